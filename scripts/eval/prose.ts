import {
  foundOf,
  hasCorpus,
  inventedReports,
  precisionOf,
  publishedReports,
  recallOf,
  type Score,
  scoreOf,
} from '../../tests/support/prose.ts';

/** Prints how well the prose of annotated reports is understood; `--notes` adds what went otherwise. */
function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}

function print(name: string, score: Score): void {
  const { reports, tied, tiedRight, due, dueFound, wrong, wrongFound, findings } = score;
  console.log(`${name}: ${reports} reports`);
  console.log(
    `  ties: precision ${tiedRight}/${tied} = ${percent(precisionOf(score))}, recall ${dueFound}/${due} = ${percent(recallOf(score))}`,
  );
  console.log(
    `  contradictions: found ${wrongFound}/${wrong} = ${percent(foundOf(score))}; ${findings} findings, of them false: ${score.falseErrors} errors, ${score.falseWarnings} warnings`,
  );
  if (process.argv.includes('--notes'))
    console.log(score.notes.map((note) => `  ${note}`).join('\n'));
}

print('invented, plain', scoreOf(inventedReports('plain')));
print('invented, as offices write', scoreOf(inventedReports('office')));
print('invented, full of traps', scoreOf(inventedReports('hard')));
if (hasCorpus) print('published', scoreOf(await publishedReports()));
else console.log('published: the corpus is not there');
