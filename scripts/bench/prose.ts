import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'parse5';
import { readReport } from '../../src/documents.ts';
import { convertWithOffice } from '../../src/host/office.ts';
import type { Report } from '../../src/model/report.ts';
import { equationsOf } from '../../src/pipeline.ts';
import { readProse } from '../../src/prose/read.ts';
import { readPdf } from '../../src/readers/pdf.ts';
import { defaultLimits } from '../../src/readers/reader.ts';
import { rules } from '../../src/rules/index.ts';
import { micro, say, takeTurns } from './turns.ts';

/** A page with hardly any markup but its tables. */
const lean = 'fixtures/reports/yunchuan-2023/report.html';
const invented = 'tests/prose/invented';
const characters = 15_000;
const times = 20;

/** Paragraphs of made-up reports, so many that they have 15,000 characters. */
function paragraphs(): string[] {
  const found: string[] = [];
  let length = 0;
  for (const name of readdirSync(invented).sort()) {
    const report: { paragraphs: { text: string }[] } = JSON.parse(
      readFileSync(`${invented}/${name}`, 'utf8'),
    );
    for (const { text } of report.paragraphs) {
      if (length >= characters) return found;
      found.push(text);
      length += text.length;
    }
  }
  return found;
}

/** The prose of a published report beside the checkout, where there is one. */
const published = '../shared/corpus/raw/jingan-2020.txt';
/** The page of a published report, with the styles that an editor wrote into every cell. */
const styled = '../shared/corpus/raw/shuyang-fgj-2023.html';
const host = { readPdf, convert: convertWithOffice };
const about = rules.filter(({ id }) => id.startsWith('prose-'));

async function readPage(bytes: Uint8Array, format: 'html' | 'text'): Promise<Report> {
  const options = { source: 'bench', limits: defaultLimits };
  const report = await readReport(bytes, format, options, host, equationsOf);
  if ('code' in report) throw new Error(report.code);
  return report;
}

type Markup = (text: string) => string;

const bare: Markup = (text) => `<p>${text}</p>`;
/** As editors of web pages write a paragraph. */
const dressed: Markup = (text) =>
  `<p style="text-indent: 2em; line-height: 1.75em;"><span style="font-size: 16px; font-family: 宋体;">${text}</span></p>`;

/** A page with its tables and prose: reading the prose, against parsing the page. */
async function measure(
  what: string,
  texts: readonly string[],
  page: string,
  markup: Markup,
): Promise<void> {
  const prose = texts.map(markup).join('\n');
  const html = readFileSync(page, 'utf8').replace(/<body[^>]*>/iu, (body) => body + prose);
  const report = await readPage(new TextEncoder().encode(html), 'html');
  let sink = 0;
  const taken = await takeTurns({
    floor: () => {
      for (let i = 0; i < times; i++) sink += parse(html).childNodes.length;
    },
    giar: () => {
      for (let i = 0; i < times; i++) {
        const read = { ...report, prose: readProse(report) };
        for (const rule of about) sink += rule.find?.(read).length ?? 0;
      }
    },
  });
  if (sink === 0) throw new Error('nothing was read');
  const { figures, claims } = readProse(report);
  const said = report.passages.reduce((sum, { text }) => sum + text.length, 0);
  console.log(
    `prose, ${what}: ${said} characters, ${figures.length} figures, ${claims.length} claims: parse5 ${micro(taken.floor, times)}, prose and its rules ${micro(taken.giar, times)}`,
  );
  say(`prose, ${what}, claims and their rules / parse5 on the page`, taken.giar / taken.floor, 1);
}

/** Claims and prose rules, in prose that is all figures and in that of a published report. */
export async function measureProse(): Promise<void> {
  await measure('made, dense', paragraphs(), lean, bare);
  if (!existsSync(published)) return;
  const { passages } = await readPage(new Uint8Array(readFileSync(published)), 'text');
  const texts = passages.map(({ text }) => text);
  await measure('published, bare page', texts, lean, bare);
  if (existsSync(styled)) await measure('published, styled page', texts, styled, dressed);
}
