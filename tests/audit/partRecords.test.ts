import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { batchOf, organBatchOf } from '../../src/audit/batch.ts';
import { partRecordsIn } from '../../src/audit/partRecords.ts';
import type { AuditRecord } from '../../src/audit/records.ts';
import { audited, cellsOf, toolsFor } from '../../src/auditing.ts';
import { runDocument } from '../../src/check.ts';
import { loosePieces, piecesOf } from '../../src/host/audit/pieces.ts';

const nobody = { organ: null, year: null, said: null };

async function recordOf(path: string, year?: number): Promise<string> {
  const bytes = readFileSync(`fixtures/reports/${path}`);
  const changed =
    year === undefined ? bytes : JSON.stringify({ ...JSON.parse(String(bytes)), year });
  const [run] = await runDocument(changed, path);
  if (run === undefined) throw new Error(`${path} holds no report`);
  return JSON.stringify(
    audited(run, { file: path, line: 0 }, nobody, { lang: 'zh', isCounted: false }),
  );
}

const texts = [
  await recordOf('qinglin-swj-2020/report.docx'),
  await recordOf('jingan-2020/report.json'),
];

const read = (text: string) => partRecordsIn(text, ['part:1', 'part:2'], cellsOf);

/** All that merging does with a record. */
function merge(records: readonly AuditRecord[]): number {
  const { byPart } = batchOf(records, { wantsRecords: true, wantsPage: true, lang: 'zh' });
  const { audits } = organBatchOf(records, toolsFor('zh'), { wantsPage: true });
  return byPart.length + piecesOf(audits).organs.length + loosePieces(records).organs.length;
}

type Path = readonly (string | number)[];

/** The paths of all values; of a list only the first two are looked into. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys = Array.isArray(value) ? [...value.keys()].slice(0, 2) : Object.keys(value);
  return [path, ...keys.flatMap((key) => pathsIn(Reflect.get(value, key), [...path, key]))];
}

function changed(text: string, path: Path, value: unknown): string {
  const record: unknown = JSON.parse(text);
  const last = path.at(-1);
  if (last === undefined) return JSON.stringify(value);
  const holder = path.slice(0, -1).reduce<unknown>((node, key) => Object(node)[key], record);
  if (value === undefined) Reflect.deleteProperty(Object(holder), last);
  else Reflect.set(Object(holder), last, value);
  return JSON.stringify(record);
}

const strange = [undefined, null, true, -1, 0.5, 1e300, 'x', '1999', [], [[]], {}, { kind: 'x' }];

describe('records of a part', () => {
  it('are taken as they were written', async () => {
    expect(await read(`${texts.join('\n')}\n`)).toEqual(texts.map((text) => JSON.parse(text)));
  });

  it('are refused or can be merged, whatever value is replaced by whatever other', async () => {
    let [refused, merged] = [0, 0];
    for (const text of texts) {
      for (const path of pathsIn(JSON.parse(text))) {
        for (const value of strange) {
          const found = await read(changed(text, path, value) ?? 'null');
          if ('place' in found) {
            expect(found.place).toBe('part:1');
            refused++;
          } else {
            expect(merge(found), path.join('.')).toBeGreaterThan(0);
            merged++;
          }
        }
      }
    }
    expect(refused).toBeGreaterThan(500);
    expect(merged).toBeGreaterThan(50);
  }, 120_000);
});
