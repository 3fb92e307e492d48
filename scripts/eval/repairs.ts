import { drawFrom } from '../../tests/support/generate.ts';
import { type Injected, kinds } from '../../tests/support/injected.ts';
import { type Base, fixtures, lists, series } from './repairs/bases.ts';
import { goals, type Measured, percent } from './repairs/goals.ts';
import { noScore, type Score, tryOne } from './repairs/score.ts';

/**
 * Puts errors into right reports and tells what share of them is mended, and which goals are met;
 * exits with 1 where a wrong repair was called certain. `--errors N` are so many of each kind in each
 * table, `--seed N` other ones, `--only KIND` those of one kind; `--notes KIND` prints errors of a kind
 * that were not mended, so many as `--most N`.
 */
const args = process.argv.slice(2);
const given = (name: string): string | undefined => {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args[at + 1];
};
const each = Number(given('--errors') ?? 400);
const seed = Number(given('--seed') ?? 1);
const notes = given('--notes');
const only = given('--only');

function line(name: string, s: Score): string {
  const cells = [
    name,
    String(s.errors),
    String(s.leftOut),
    percent(s.right, s.errors),
    percent(s.shown, s.errors),
    percent(s.certain, s.errors),
    String(s.wrongCertain),
    percent(s.likely, s.errors),
    String(s.wrongLikely),
    (s.time / Math.max(1, s.errors)).toFixed(2),
    s.slowest.toFixed(1),
  ];
  return `| ${cells.join(' | ')} |`;
}

const head = [
  'error',
  'errors',
  'left out',
  'right first',
  'right shown',
  'certain',
  'wrong certain',
  'likely',
  'wrong likely',
  'ms',
  'slowest',
];

function measure(title: string, bases: readonly Base[], table: string): Measured {
  const draw = drawFrom(seed);
  console.log(`\n${title}: ${bases.length} reports\n| ${head.join(' | ')} |`);
  console.log(`|${head.map(() => ' --- |').join('')}`);
  const scores = new Map<Injected, Score>();
  for (const kind of kinds) {
    if (only !== undefined && kind !== only) continue;
    const score = noScore();
    let told = 0;
    const note = (text: string): void => {
      if (notes === kind && told++ < Number(given('--most') ?? 12)) console.log(`  ${text}`);
    };
    for (let i = 0; score.errors < each && i < each * 20; i++) {
      const base = bases[draw(bases.length - 1)];
      if (base !== undefined) tryOne(base, table, kind, draw, score, note);
    }
    scores.set(kind, score);
    console.log(line(kind, score));
  }
  return { title, table, scores };
}

const cases = 'reconsiderationAndLitigation';
const plain = series(12, seed, 'nothing');
const alone = plain.map(({ report }) => ({ report, before: null }));
const ofYears = plain.filter(({ before }) => before !== null);
const right = fixtures();
// Nothing is measured before the program has warmed up.
const warm = drawFrom(seed);
for (const kind of kinds) {
  for (let i = 0; i < 200; i++) {
    const base = alone[warm(alone.length - 1)];
    if (base !== undefined) tryOne(base, 'requests', kind, warm, noScore(), () => {});
  }
}
const measured = [
  measure('Table 3, invented reports', alone, 'requests'),
  measure(
    'Table 3, fixtures',
    right.filter(({ report }) => report.form.edition.id !== '2014'),
    'requests',
  ),
  measure('Table 3, with the report of the year before', ofYears, 'requests'),
  measure('Table 4, nothing else', alone, cases),
  measure('Table 4, with the report of the year before', ofYears, cases),
  measure('Table 4, totals told in the prose', series(12, seed, 'totals'), cases),
  measure('Table 4, all told in the prose', series(12, seed, 'all'), cases),
  measure('The list of 2014', lists(60, seed), 'statistics'),
];
const reached = goals(measured);
console.log('\n| goal | figure | |\n| --- | --- | --- |');
for (const { goal, figure, isMet } of reached) {
  console.log(`| ${goal} | ${figure} | ${isMet ? 'met' : 'missed'} |`);
}
if (measured.some(({ scores }) => [...scores.values()].some((s) => s.wrongCertain > 0))) {
  process.exitCode = 1;
}
