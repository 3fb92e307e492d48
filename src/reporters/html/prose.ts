import { visible } from '../../messages/visible.ts';
import type { ProseFigure, Sentence } from '../../model/claim.ts';
import { type Standing, standings } from '../../model/standing.ts';
import type { Language } from '../../model/words.ts';
import { signs } from '../signs.ts';
import { html, type Markup, nothing } from './markup.ts';
import { ids, type Sheet } from './page.ts';
import { texts } from './texts.ts';

/** Of a longer text only so many characters are shown. */
const longest = 200_000;

/** Words longer than this may be broken at the end of a line, others stay with their sign. */
const longestInLine = 24;

/** What is known of a figure of the prose: its standing, and the findings about it, numbered from 1. */
interface Known {
  readonly figure: ProseFigure;
  readonly standing: Standing;
  readonly numbers: readonly number[];
}

/** Also words that only a finding is about: a rule may quote what is no figure. */
function knownFigures({ run, report }: Sheet): Map<Sentence, Known[]> {
  const found = new Map<Sentence, Known[]>();
  if (report.prose === null) return found;
  const standing = standings(report, report.prose);
  const numbers = new Map<ProseFigure, number[]>();
  for (const [i, { claim, severity }] of run.findings.entries()) {
    if (claim === null) continue;
    const { figure } = claim;
    numbers.set(figure, [...(numbers.get(figure) ?? []), i + 1]);
    if (!standing.has(figure)) standing.set(figure, severity === 'error' ? 'wrong' : 'doubtful');
  }
  for (const [figure, each] of standing) {
    const own = found.get(figure.sentence) ?? [];
    own.push({ figure, standing: each, numbers: numbers.get(figure) ?? [] });
    found.set(figure.sentence, own);
  }
  return found;
}

/** Places that findings lead to, without anything to see. */
function anchors(numbers: readonly number[], { number }: Sheet): Markup {
  const each = numbers.map((finding) => html`<a id="${ids.said(number, finding)}"></a>`);
  return html`${each}`;
}

function figureHtml({ figure, standing, numbers }: Known, sheet: Sheet): Markup {
  const { lang, number } = sheet;
  const text = visible(figure.sentence.text.slice(figure.start, figure.end));
  const [first] = numbers;
  const sign = signs[standing];
  const kind = text.length > longestInLine ? `${standing} long` : standing;
  const start = html`<span class="figure ${kind}" title="${texts[lang].standings[standing]}"`;
  if (first === undefined) return html`${start}>${text}<sup>${sign}</sup></span>`;
  const links = numbers.map(
    (each) =>
      html`<a href="#${ids.finding(number, each)}" aria-label="${texts[lang].findingNumber(each)}">${sign}${each}</a> `,
  );
  return html`${anchors(numbers.slice(1), sheet)}${start} id="${ids.said(number, first)}">${text}<sup>${links}</sup></span>`;
}

function sentenceHtml({ text }: Sentence, known: readonly Known[], sheet: Sheet): Markup {
  const parts: Markup[] = [];
  let at = 0;
  for (const each of [...known].sort((a, b) => a.figure.start - b.figure.start)) {
    if (each.figure.start < at) {
      parts.push(anchors(each.numbers, sheet));
      continue;
    }
    parts.push(html`${visible(text.slice(at, each.figure.start))}`, figureHtml(each, sheet));
    at = each.figure.end;
  }
  return html`${parts}${visible(text.slice(at))}`;
}

/** The prose by sections, in paragraphs, each figure marked by what became of it. */
export function proseHtml(sheet: Sheet): Map<string | null, Markup> {
  const known = knownFigures(sheet);
  const paragraphs = new Map<string | null, Markup[][]>();
  let room = longest;
  for (const sentence of sheet.report.prose?.sentences ?? []) {
    room -= sentence.text.length;
    if (room < 0) break;
    const own = paragraphs.get(sentence.section) ?? [];
    paragraphs.set(sentence.section, own);
    if (sentence.isFirst || own.length === 0) own.push([]);
    own.at(-1)?.push(sentenceHtml(sentence, known.get(sentence) ?? [], sheet));
  }
  const rest = room < 0 ? html`<p class="key">${texts[sheet.lang].cut}</p>\n` : nothing;
  const last = [...paragraphs.keys()].at(-1);
  return new Map(
    [...paragraphs].map(([section, own]): [string | null, Markup] => {
      const each = own.map((sentences) => html`<p><bdi>${sentences}</bdi></p>\n`);
      return [
        section,
        html`<div class="prose">\n${each}${section === last ? rest : nothing}</div>\n`,
      ];
    }),
  );
}

/** What the signs behind the figures of the prose mean. */
export function legendHtml(lang: Language): Markup {
  const t = texts[lang];
  const order: readonly Standing[] = ['right', 'wrong', 'doubtful', 'understood', 'unknown'];
  const each = order.map(
    (standing) =>
      html`<li><span class="figure ${standing}"><sup>${signs[standing]}</sup></span> ${t.standings[standing]}</li>`,
  );
  return html`<div class="legend"><b>${t.legend}</b><ul>${each}</ul></div>
`;
}
