import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bindJson } from '../../src/binding/documents.ts';
import { editions } from '../../src/editions/index.ts';
import type { Report } from '../../src/model/report.ts';
import { jsonSource } from '../../src/readers/json.ts';
import { answers, bound } from '../support/documents.ts';

const root = 'fixtures/reports';
const reports = readdirSync(root).filter((name) => existsSync(`${root}/${name}/odd`));

function fromJson(path: string): Report {
  const [only] = bindJson(jsonSource(path, readFileSync(path, 'utf8')), editions);
  if (only === undefined || !('report' in only)) throw new Error(`${path} is no report`);
  return only.report;
}

/** Texts that lost digits' or labels' places: what is certain in them must be right, the rest is said to be uncertain. */
const unclear = ['run-together.txt', 'layout.txt'];

describe.each(reports)('%s', (name) => {
  const folder = `${root}/${name}`;
  const truth = fromJson(`${folder}/report.json`);
  const formats = readdirSync(folder).filter((file) => /^report\.(?!json)/u.test(file));
  const odd = readdirSync(`${folder}/odd`).filter((file) => !file.endsWith('.json'));
  const files = [...formats, ...odd.map((file) => `odd/${file}`)];

  it.each(files.filter((file) => !unclear.some((each) => file.endsWith(each))))(
    'has the same cells, organ and year in %s',
    async (file) => {
      const report = await bound(`${folder}/${file}`);
      if ('code' in report) throw new Error(report.code);
      const own = `${folder}/${file.replace(/\.\w+$/u, '.json')}`;
      const expected = file.startsWith('odd/') && existsSync(own) ? fromJson(own) : truth;
      expect(answers(report)).toEqual(answers(expected));
      expect([report.form.edition.id, report.organ, report.year]).toEqual([
        truth.form.edition.id,
        truth.organ,
        truth.year,
      ]);
      expect([report.problems, report.renamed]).toEqual([[], []]);
    },
  );

  it.each(odd.filter((file) => unclear.includes(file)))(
    'has no wrong cell that is not said to be uncertain in odd/%s',
    async (file) => {
      const report = await bound(`${folder}/odd/${file}`);
      if ('code' in report) throw new Error(report.code);
      const expected = answers(truth);
      const read = Object.entries(answers(report));
      const wrong = read.filter(
        ([cell, value]) => value !== expected[cell] && !String(value).endsWith('?'),
      );
      expect(wrong).toEqual([]);
      expect(read.filter(([cell, value]) => value === expected[cell]).length).toBeGreaterThan(0);
    },
  );
});
