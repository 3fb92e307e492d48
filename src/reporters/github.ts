import { brief, visible } from '../messages/visible.ts';
import type { ResultFinding, ResultReport } from '../model/result.ts';
import type { Run } from '../model/run.ts';
import type { Language } from '../model/words.ts';
import type { Reporter, ReporterContext } from './reporter.ts';
import { resultOf } from './result.ts';
import { firstSpot, type Spot, spotNamed } from './spots.ts';
import { texts as terminalTexts } from './terminal/texts.ts';
import { texts } from './texts.ts';

type Command = 'error' | 'warning' | 'notice';

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return escaped(visible(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Standard input is no file to be shown. */
function placeProperties({ file, line, column }: Spot): string[] {
  if (file === '-') return [];
  return [
    `file=${property(file.replaceAll('\\', '/'))}`,
    ...(line === null ? [] : [`line=${line}`]),
    ...(column === null ? [] : [`col=${column}`]),
  ];
}

/** A command of the build server. What is said is free of controls but for the ends of its lines. */
function annotation(command: Command, spot: Spot | null, title: string, lines: string[]): string {
  const place = spot === null ? [] : placeProperties(spot);
  const properties = [...place, `title=${property(title)}`].join(',');
  return `::${command} ${properties}::${escaped(lines.map(visible).join('\n'))}\n`;
}

function findingText({ message, suggestions, waiver }: ResultFinding, lang: Language): string[] {
  const t = texts[lang];
  const [suggestion] = suggestions;
  return [
    message,
    ...(suggestion === undefined ? [] : [suggestion.message]),
    ...(waiver === null ? [] : [t.waived(brief(waiver.reason), waiver.by, waiver.until)]),
  ];
}

/** More checks than this that stayed open are counted. */
const mostOpen = 10;

function undecided({ undecided: open, source }: ResultReport, lang: Language): string {
  if (open.length === 0) return '';
  const t = texts[lang];
  const lines = open.slice(0, mostOpen).map(({ message, ruleId }) => `${message} [${ruleId}]`);
  if (open.length > mostOpen) lines.push(t.more(open.length - mostOpen));
  return annotation('warning', spotNamed(source), t.undecided, lines);
}

function findings(run: Run, told: ResultReport, { rules, lang }: ReporterContext): string[] {
  return told.findings.map((found, i) => {
    const finding = run.findings[i];
    const spot =
      run.report === null || finding === undefined ? null : firstSpot(run.report, finding);
    const title = rules.find(({ id }) => id === found.ruleId)?.page.title[lang];
    const named = title === undefined ? found.ruleId : `${title} [${found.ruleId}]`;
    const command = found.waiver === null ? found.severity : 'notice';
    return annotation(command, spot, named, findingText(found, lang));
  });
}

/** Workflow commands of GitHub Actions, by which it marks the lines of a change. */
export const githubReporter: Reporter = {
  open: () => '',
  async report(run, context) {
    const { sentences, lang } = context;
    const t = texts[lang];
    const told = resultOf(run, sentences, lang);
    const problems = told.problems.map(({ code, message, source }) =>
      annotation('error', spotNamed(source), `${t.problem} [${code}]`, [message]),
    );
    const notes = told.notes.map(({ code, message, source }) =>
      annotation('notice', spotNamed(source), `${t.note} [${code}]`, [message]),
    );
    return [...findings(run, told, context), undecided(told, lang), ...problems, ...notes].join('');
  },
  close: async (summary, { lang }) =>
    annotation('notice', null, 'giar', [terminalTexts[lang].summary(summary)]),
};
