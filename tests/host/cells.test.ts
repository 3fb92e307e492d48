import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { batchOf } from '../../src/audit/batch.ts';
import { audited, toolsFor } from '../../src/auditing.ts';
import { exampleRecord } from '../../src/example.ts';
import { CellsFile } from '../../src/host/audit/cells.ts';
import { checkDocument } from '../../src/pipeline.ts';

function linesOf(year: number, cells: Record<string, number | string | null>): Uint8Array {
  const example = { edition: '2021', year, organ: '某市某局', cells };
  const [checked] = checkDocument(JSON.stringify(exampleRecord(example)), `${year}.json`);
  if (checked === undefined || 'misfit' in checked) throw new Error('an example is no report');
  const nobody = { organ: null, year: null, said: null };
  const record = audited(checked, { file: `${year}.json`, line: 0 }, nobody, {
    lang: 'zh',
    isCounted: false,
  });
  return batchOf([record], { wantsRecords: true, wantsPage: false, lang: 'zh' }).records;
}

const name = 'requests.carriedOver.total';

async function rowsIn(add: (cells: CellsFile) => Promise<void>) {
  const parts: Uint8Array[] = [];
  const cells = new CellsFile(toolsFor('zh').formOf, async (bytes) => {
    parts.push(bytes);
  });
  await add(cells);
  await cells.end();
  const { buffer } = new Uint8Array(Buffer.concat(parts));
  return parquetReadObjects({ file: buffer });
}

describe('cells.parquet', () => {
  it('holds every cell of every report, as another reader reads it', async () => {
    const rows = await rowsIn(async (cells) => {
      await cells.add(linesOf(2022, { [name]: 3 }));
      await cells.add(linesOf(2023, { [name]: '/', 'requests.carriedForward.total': null }));
    });
    expect(rows.length).toBe(2 * toolsFor('zh').formOf('2021').cells.length);
    const about = { organ: '某市某局', edition: '2021', place: null };
    expect(rows.filter(({ cell }) => cell === name)).toEqual([
      {
        ...about,
        year: 2022,
        cell: name,
        value: 3,
        kind: 'number',
        printed: '3',
        source: '2022.json',
      },
      {
        ...about,
        year: 2023,
        cell: name,
        value: null,
        kind: 'not-applicable',
        printed: '/',
        source: '2023.json',
      },
    ]);
    expect(
      rows.find(({ cell, year }) => cell === 'requests.carriedForward.total' && year === 2023),
    ).toMatchObject({ kind: 'blank', value: null, printed: '' });
  });

  it('is a file without rows where there are no reports', async () => {
    expect(await rowsIn(async () => {})).toEqual([]);
  });
});
