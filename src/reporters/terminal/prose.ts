import { visible } from '../../messages/visible.ts';
import type { ProseFigure, Sentence } from '../../model/claim.ts';
import type { Report } from '../../model/report.ts';
import { type Standing, standings } from '../../model/standing.ts';
import type { ReporterContext } from '../reporter.ts';
import { signs } from '../signs.ts';
import { hanging, painter } from './paint.ts';
import { texts as words } from './texts.ts';

/** Text farther than this from any figure is left out. */
const around = 40;
/** Lines are wrapped piece by piece, since wrapping takes longer the longer a text is. */
const figuresAtOnce = 50;

/** A sentence with each of its figures in brackets, with the sign of what became of it; a long one in several texts. */
function marked(
  { text }: Sentence,
  figures: readonly (readonly [ProseFigure, Standing])[],
  context: ReporterContext,
): string[] {
  const paint = painter(context);
  const colors: Readonly<Record<Standing, (part: string) => string>> = {
    right: paint.green,
    wrong: paint.red,
    doubtful: paint.yellow,
    understood: paint.cyan,
    unknown: paint.dim,
  };
  const texts: string[] = [];
  let shown = '';
  let at = 0;
  const pass = (to: number): void => {
    const gap = text.slice(at, to);
    const isLong = gap.length > 2 * around;
    shown += visible(isLong ? `${gap.slice(0, around)}…${gap.slice(-around)}` : gap);
    at = to;
  };
  for (const [i, [figure, standing]] of figures.entries()) {
    if (figure.start < at) continue;
    if (i > 0 && i % figuresAtOnce === 0) {
      texts.push(shown);
      shown = '';
    }
    pass(figure.start);
    shown += colors[standing](`【${visible(text.slice(at, figure.end))}${signs[standing]}】`);
    at = figure.end;
  }
  const tail = text.slice(at);
  texts.push(shown + visible(tail.length > around ? `${tail.slice(0, around)}…` : tail));
  return texts;
}

/** Every sentence with figures, and what became of each of them. */
export function everySentence(report: Report, context: ReporterContext): string {
  const { prose } = report;
  if (context.detail !== 'verbose' || prose === null || prose.figures.length === 0) return '';
  const bySentence = new Map<Sentence, (readonly [ProseFigure, Standing])[]>();
  for (const entry of standings(report, prose)) {
    const own = bySentence.get(entry[0].sentence) ?? [];
    own.push(entry);
    bySentence.set(entry[0].sentence, own);
  }
  const lines = [...bySentence].flatMap(([sentence, figures]) =>
    marked(sentence, figures, context).map((text, i) =>
      hanging(i === 0 ? '·' : ' ', text, context.width),
    ),
  );
  const t = words[context.lang];
  return `\n${t.everySentence}\n${lines.join('')}  ${painter(context).dim(t.legend)}\n`;
}
