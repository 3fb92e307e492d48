import { edition2019 } from '../../src/editions/2019.ts';
import { edition2021 } from '../../src/editions/2021.ts';
import { run } from '../../src/engine/run.ts';
import { formOf } from '../../src/model/form.ts';
import type { Report } from '../../src/model/report.ts';
import { checkDocument } from '../../src/pipeline.ts';
import { rules } from '../../src/rules/index.ts';
import { balancedValues, drawFrom, recordOf } from '../../tests/support/generate.ts';
import { micro, say, takeTurns } from './turns.ts';

const draw = drawFrom(2024);
const sentence =
  '本年度认真贯彻落实政府信息公开条例，主动公开各类政府信息，依法办理公开申请，持续加强平台建设与监督保障。';

/** About 7 KB; one report in ten has one wrong cell. */
function line(index: number): string {
  const edition = index % 2 === 0 ? edition2019 : edition2021;
  const form = formOf(edition);
  const values = balancedValues(edition, draw);
  if (index % 10 === 0) {
    const cells = form.cells.filter(
      (cell) => cell.line.table.id === 'requests' && !cell.line.optional,
    );
    const cell = cells[draw(cells.length - 1)];
    if (cell !== undefined) values[cell.index] = (values[cell.index] ?? 0) + 1;
  }
  const record = recordOf(form, values, index % 2 === 0 ? 2020 : 2023);
  return JSON.stringify({ ...record, text: { overview: sentence.repeat(32) } });
}

/** So many records of `report.json`, as text. */
export function records(count: number): string[] {
  return Array.from({ length: count }, (_, i) => line(i));
}

let sink = 0;

async function measureWhole(encoded: readonly Uint8Array[]): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const times = await takeTurns({
    floor: () => {
      for (const each of encoded) sink += JSON.parse(decoder.decode(each)).year;
    },
    giar: () => {
      for (const each of encoded) sink += checkDocument(each, 'bench').length;
    },
  });
  const floor = micro(times.floor, encoded.length);
  console.log(`a report: decode + JSON.parse ${floor}, whole ${micro(times.giar, encoded.length)}`);
  say('decode + parse + validate + rules / decode + JSON.parse', times.giar / times.floor, 1.4);
}

async function measureRules(texts: readonly string[]): Promise<void> {
  const bound: Report[] = texts.flatMap((each) =>
    checkDocument(each, 'bench').flatMap((checked) =>
      'report' in checked && checked.report !== null ? [checked.report] : [],
    ),
  );
  const times = await takeTurns(
    {
      parse: () => {
        for (const text of texts) sink += JSON.parse(text).year;
      },
      rules: () => {
        for (const report of bound) sink += run(report, rules).findings.length;
      },
    },
    90,
  );
  const parse = micro(times.parse, texts.length);
  console.log(`a report: JSON.parse ${parse}, rules ${micro(times.rules, texts.length)}`);
  say('rules alone / JSON.parse', times.rules / times.parse, 0.5);
}

/** Records in JSON, against parsing them and nothing else. */
export async function measureRecords(texts: readonly string[]): Promise<void> {
  const encoded = texts.map((text) => new TextEncoder().encode(text));
  const bytes = encoded.reduce((sum, each) => sum + each.length, 0);
  console.log(
    `${texts.length} reports, ${Math.round(bytes / texts.length)} bytes each, Node ${process.version}`,
  );
  await measureWhole(encoded);
  // A tenth of the reports: kept in memory, all of them would measure the garbage collector.
  await measureRules(texts.slice(0, texts.length / 10));
  if (Number.isNaN(sink)) throw new Error('a report without a year');
}
