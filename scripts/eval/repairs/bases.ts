import { readdirSync, readFileSync } from 'node:fs';
import { edition2014 } from '../../../src/editions/2014.ts';
import { type Form, formOf } from '../../../src/model/form.ts';
import type { Report } from '../../../src/model/report.ts';
import { checkDocument } from '../../../src/pipeline.ts';
import { balancedValues, drawFrom, recordOf } from '../../../tests/support/generate.ts';
import { drawSeries } from '../../bench/audit/figures.ts';

/** A right report, with the one of the year before where there is one. */
export interface Base {
  readonly report: Report;
  readonly before: Report | null;
}

function reportOf(record: object, before: Report | null): Report | null {
  const [checked] = checkDocument(JSON.stringify(record), 'report.json', null, before);
  if (checked === undefined || 'misfit' in checked) throw new Error('not a report');
  const isRight = checked.findings.every(({ rule }) => rule === 'stale-copy');
  return isRight ? checked.report : null;
}

/** How much of the cases the prose tells. */
export type Told = 'nothing' | 'totals' | 'all';

/** What the prose says of the cases, all of it right. */
function sentences(form: Form, values: readonly number[], told: Told): string {
  const lines = form.lines.filter(({ table }) => table.id === 'reconsiderationAndLitigation');
  const [reviews, direct, after] = lines.map(({ firstCell }) => {
    const [upheld, corrected, other, pending, total] = values.slice(firstCell, firstCell + 5);
    const results = `结果维持${upheld}件，结果纠正${corrected}件，其他结果${other}件，尚未审结${pending}件`;
    return { total: total ?? 0, results: told === 'all' ? `（${results}）` : '' };
  });
  if (reviews === undefined || direct === undefined || after === undefined) return '';
  const suits = direct.total + after.total;
  return [
    `因政府信息公开引起的行政复议${reviews.total}件${reviews.results}。`,
    `因政府信息公开被提起行政诉讼${suits}件，其中：未经复议直接起诉${direct.total}件${direct.results}；`,
    `复议后起诉${after.total}件${after.results}。`,
  ].join('');
}

/** Invented reports of organs through the years, with the cases told in the prose or without. */
export function series(organs: number, seed: number, told: Told): Base[] {
  return Array.from({ length: organs }, (_, i) => i).flatMap((i) => {
    const bases: Base[] = [];
    for (const { form, year, values } of drawSeries(10, drawFrom(seed * 1000 + i))) {
      const overview = told === 'nothing' ? '' : sentences(form, values, told);
      const text = { text: { overview } };
      const report = reportOf({ ...recordOf(form, values, year), ...text }, null);
      if (report !== null) bases.push({ report, before: bases.at(-1)?.report ?? null });
    }
    return bases;
  });
}

/** Invented reports of the form of 2014, one long list. */
export function lists(count: number, seed: number): Base[] {
  return Array.from({ length: count }, (_, i) => {
    const values = balancedValues(edition2014, drawFrom(seed * 1000 + i));
    return reportOf(recordOf(formOf(edition2014), values, 2017), null);
  }).flatMap((report) => (report === null ? [] : { report, before: null }));
}

/** The reports of the fixtures that are right. */
export function fixtures(): Base[] {
  const folder = 'fixtures/reports';
  return readdirSync(folder).flatMap((name) => {
    const record: unknown = JSON.parse(readFileSync(`${folder}/${name}/report.json`, 'utf8'));
    const report = typeof record === 'object' && record !== null ? reportOf(record, null) : null;
    return report === null ? [] : { report, before: null };
  });
}
