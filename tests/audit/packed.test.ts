import { describe, expect, it } from 'vitest';
import { packed, unpacked } from '../../src/audit/packed.ts';
import type { AuditRecord } from '../../src/audit/records.ts';
import { audited } from '../../src/auditing.ts';
import { edition2019 } from '../../src/editions/2019.ts';
import { formOf } from '../../src/model/form.ts';
import { checkDocument, unreadable } from '../../src/pipeline.ts';
import { balancedValues, drawFrom, recordOf } from '../support/generate.ts';

const nobody = { organ: null, year: null, said: null };
const telling = { lang: 'zh', isCounted: false } as const;

/** The record of a report, its first values these. */
function recordWith(line: number, ...first: readonly (number | string | null)[]): AuditRecord {
  const form = formOf(edition2019);
  const values = balancedValues(edition2019, drawFrom(line));
  const record = recordOf(form, values, 2020, ({ firstCell }, cells) =>
    firstCell === 0 ? cells.map((cell, i) => (i < first.length ? first[i] : cell)) : cells,
  );
  const [checked] = checkDocument(JSON.stringify(record), '年报.ndjson', line);
  if (checked === undefined || 'misfit' in checked) throw new Error('no report');
  return audited(checked, { file: '年报.ndjson', line }, nobody, telling);
}

const records = [
  recordWith(1, 5, 4, 3),
  recordWith(2, 2 ** 40, 1, 2),
  recordWith(3, -(2 ** 31), 2 ** 31 - 1, 2 ** 31),
  recordWith(4, null, '/', '约 3 件'),
  audited(unreadable('坏.json', []), { file: '坏.json', line: 0 }, nobody, telling),
];

describe('packed records', () => {
  it('are the same when unpacked', () => {
    expect(unpacked(packed(records))).toEqual(records);
  });

  it('may stand one behind the other, anywhere in memory', () => {
    const packs = [packed(records.slice(0, 2)), packed([]), packed(records.slice(2))];
    const bytes = Buffer.concat([Buffer.from('x'), ...packs]).subarray(1);
    expect(unpacked(bytes)).toEqual(records);
  });

  it('are refused when they are none', () => {
    const numbers = new Int32Array([1, 4, 0]);
    const bytes = Buffer.concat([Buffer.from(numbers.buffer), Buffer.from('[{}]')]);
    expect(() => unpacked(bytes)).toThrow('no record of an audit');
  });
});
