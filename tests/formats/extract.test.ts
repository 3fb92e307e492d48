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

/** Formats that are read, besides JSON. */
const others: readonly WriterName[] = ['html', 'docx', 'csv'];

async function expectSame(report: Report, name: WriterName): Promise<void> {
  const again = await readBack(name, formOfReport(report));
  expect(answers(again)).toEqual(answers(report));
  const subject = ({ form, organ, year }: Report) => [form.edition.id, organ, year];
  expect(subject(again)).toEqual(subject(report));
}

describe.each(files)('the report of %s', (file) => {
  let known: Promise<Report> | undefined;
  const report = (): Promise<Report> => {
    known ??= reportOf(file);
    return known;
  };

  it('finds and leaves open the same after it was written as report.json', async () => {
    const own = await report();
    await expectSame(own, 'json');
    const again = await readBack('json', formOfReport(own));
    expect(outcomeOf(runOf(again, file))).toEqual(outcomeOf(runOf(own, file)));
  });

  it.each(others)('has the same cells after it was written as %s', async (name) => {
    await expectSame(await report(), name);
  });

  // The sheet of checks that the writer adds is read as further rows of the form.
  it('has the same cells after it was written as xlsx', async () => {
    await expectSame(await report(), 'xlsx');
  });
});
