import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { runOf } from '../../src/pipeline.ts';
import type { WriterName } from '../../src/writers/index.ts';
import { formOfReport } from '../../src/writers/writer.ts';
import { answers, bound } from '../support/documents.ts';
import { outcomeOf, readBack } from '../support/written.ts';

const root = 'fixtures/reports';
const files = readdirSync(root)
  .filter((name) => existsSync(`${root}/${name}/odd`))
  .flatMap((name) => [
    ...readdirSync(`${root}/${name}`)
      .filter((file) => /^report\.(?!json)/u.test(file))
      .map((file) => `${name}/${file}`),
    ...readdirSync(`${root}/${name}/odd`)
      .filter((file) => !file.endsWith('.json'))
      .map((file) => `${name}/odd/${file}`),
  ]);

async function reportOf(file: string): Promise<Report> {
  const report = await bound(`${root}/${file}`);
  if ('code' in report) throw new Error(report.code);
  return report;
}

const others: readonly WriterName[] = ['html', 'docx', 'xlsx', 'csv'];

describe.each(files)('the report of %s', (file) => {
  it('says the same after it was written as report.json', async () => {
    const report = await reportOf(file);
    const again = await readBack('json', formOfReport(report));
    expect(answers(again)).toEqual(answers(report));
    expect([again.organ, again.year]).toEqual([report.organ, report.year]);
    expect(outcomeOf(runOf(again, file))).toEqual(outcomeOf(runOf(report, file)));
  });

  it.each(others)('has the same cells after it was written as %s', async (name) => {
    const report = await reportOf(file);
    const again = await readBack(name, formOfReport(report));
    expect(again.form.edition.id).toBe(report.form.edition.id);
    expect(answers(again)).toEqual(answers(report));
    expect([again.organ, again.year]).toEqual([report.organ, report.year]);
  });
});
