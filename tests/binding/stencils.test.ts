import { describe, expect, it } from 'vitest';
import { bindJson } from '../../src/binding/documents.ts';
import { type Stencils, stencilsFor } from '../../src/binding/stencils.ts';
import { edition2019 } from '../../src/editions/2019.ts';
import { edition2021 } from '../../src/editions/2021.ts';
import { editions } from '../../src/editions/index.ts';
import type { Edition } from '../../src/model/edition.ts';
import { type Form, formOf } from '../../src/model/form.ts';
import type { Report } from '../../src/model/report.ts';
import { jsonSource } from '../../src/readers/json.ts';
import { decodeText } from '../../src/readers/text.ts';
import { balancedValues, type Draw, drawFrom, recordOf } from '../support/generate.ts';

const encoder = new TextEncoder();
const standing = { file: '年报.ndjson', lineNumber: 7 };

function generally(bytes: Uint8Array): Report | null {
  const text = decodeText(bytes);
  if (text === null) return null;
  const [bound, ...more] = bindJson(jsonSource('年报.ndjson', text, 7), editions);
  return bound !== undefined && 'report' in bound && more.length === 0 ? bound.report : null;
}

/** All that a report says, with what is looked up only when asked for. */
function saidBy(report: Report) {
  return {
    ...report,
    form: report.form.edition.id,
    printed: report.form.cells.map(({ index }) => report.printed(index)),
    place: report.form.cells.map(({ index }) => report.place(index)),
    passages: report.passages.map((each) => ({ ...each, place: each.place() })),
  };
}

function taught(...records: readonly Uint8Array[]): Stencils {
  const stencils = stencilsFor(editions);
  for (const bytes of records) {
    const report = generally(bytes);
    if (report === null) throw new Error('not a report');
    // Not every record teaches, the less so the more there were.
    for (let i = 0; i < 20 && stencils.bind(bytes, standing) === null; i++) {
      stencils.learn(bytes, report);
    }
  }
  return stencils;
}

const keyed = ({ columns }: Form['lines'][number], cells: readonly number[]) =>
  Object.fromEntries(columns.map(({ id }, i) => [id, cells[i] ?? 0]));

const more = {
  organ: '某市水务局',
  published: '2024-01-20',
  text: { overview: '本年度收到申请 12 件。\n“均”已\\办结。', problems: '无😀' },
};

function recordText(edition: Edition, year: number, draw: Draw, isKeyed: boolean): string {
  const form = formOf(edition);
  const record = recordOf(form, balancedValues(edition, draw), year, isKeyed ? keyed : undefined);
  return JSON.stringify({ ...record, ...more }, null, isKeyed ? undefined : 1);
}

const shapes = [
  { name: 'keyed 2021', text: recordText(edition2021, 2023, drawFrom(1), true) },
  { name: 'keyed 2019', text: recordText(edition2019, 2020, drawFrom(2), true) },
  { name: 'in lists, over lines', text: recordText(edition2021, 2022, drawFrom(3), false) },
];

const pieces = [
  ...['0', '1', '9', '00', '-', '-0', '.', '.5', '5.0', 'e1', '12345678901234', '9007199254740993'],
  ...['"', '\\', '\\"', '\\u4e2d', '\\ud800', ',', ':', '{', '}', '[', ']', 'null', '/', ' '],
  ...['\n', '\t', '\u0000', '中', '😀', 'year', '2018', '2100', '3000', '"organ":"甲",'],
];

/** A record with one to three places changed, most of them at a figure or a text. */
function mutated(text: string, draw: Draw): Uint8Array {
  const places = [...text.matchAll(/\d+|[\u4e00-\u9fff]+/gu)];
  let made = text;
  for (let i = draw(2); i >= 0; i--) {
    const found = draw(3) === 0 ? undefined : places[draw(places.length - 1)];
    const at = Math.min(found?.index ?? draw(text.length - 1), made.length);
    const length = draw(1) === 0 ? (found?.[0].length ?? 1) : 0;
    const piece = draw(1) === 0 ? String(draw(5000)) : (pieces[draw(pieces.length - 1)] ?? '');
    made = made.slice(0, at) + piece + made.slice(at + length);
  }
  const bytes = encoder.encode(made);
  if (draw(20) === 0) bytes[draw(bytes.length - 1)] = 0x80 + draw(0x7f);
  return bytes;
}

describe('records bound by a stencil', () => {
  it.each(shapes)(
    'say the same as bound in the general way, however mutated: $name',
    ({ text }) => {
      const stencils = taught(encoder.encode(text));
      const draw = drawFrom(text.length);
      let [bound, left] = [0, 0];
      for (let i = 0; i < 1500; i++) {
        const bytes = mutated(text, draw);
        const report = stencils.bind(bytes, standing);
        if (report === null) left++;
        else {
          bound++;
          const general = generally(bytes);
          expect(general && saidBy(general)).toEqual(saidBy(report));
        }
      }
      // Both ways are tried many times.
      expect({ bound: bound > 200, left: left > 200 }).toEqual({ bound: true, left: true });
    },
  );

  it('are told apart by where their lines stand, and by the year', () => {
    const stencils = taught(...shapes.map(({ text }) => encoder.encode(text)));
    for (const { text } of shapes) {
      const report = stencils.bind(encoder.encode(text), standing);
      expect(report && saidBy(report)).toEqual(saidBy(generally(encoder.encode(text)) as Report));
    }
    const [first] = shapes;
    const wrong = (first?.text ?? '').replace('"year":2023', '"year":1999');
    expect(stencils.bind(encoder.encode(wrong), standing)).toBeNull();
  });

  it('are never those with headers, explanations, blanks or printed figures', () => {
    const record = JSON.parse(shapes[0]?.text ?? '');
    const { requests } = record.tables;
    const total = requests.newlyReceived.total;
    const unusual = [
      { ...record, headers: {} },
      { ...record, explanations: [] },
      ...[null, String(total), '/'].map((cell) => {
        const newlyReceived = { ...requests.newlyReceived, total: cell };
        return {
          ...record,
          tables: { ...record.tables, requests: { ...requests, newlyReceived } },
        };
      }),
    ].map((each) => encoder.encode(JSON.stringify(each)));
    const learnt = unusual.map((bytes) => taught(bytes).bind(bytes, standing) !== null);
    // A mark is as good as a figure: it is always the same.
    expect(learnt).toEqual([false, false, false, false, true]);
  });
});
