import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { runOf } from '../../src/pipeline.ts';
import { boundBytes } from '../support/documents.ts';

const workbook = unzipSync(
  new Uint8Array(readFileSync('fixtures/reports/yunchuan-2023/report.xlsx')),
);
const part = 'xl/worksheets/sheet1.xml';

/** The workbook with the rows of these numbers hidden. */
function hiding(isHidden: (row: number) => boolean): Uint8Array {
  const sheet = strFromU8(workbook[part] ?? new Uint8Array());
  const changed = sheet.replace(/<row r="(\d+)"([^>]*?) hidden="false"/gu, (whole, row, rest) =>
    isHidden(Number(row)) ? `<row r="${row}"${rest} hidden="1"` : whole,
  );
  return zipSync({ ...workbook, [part]: strToU8(changed) });
}

async function ranHiding(isHidden: (row: number) => boolean) {
  const { verdict, problems, notes } = runOf(
    await boundBytes(hiding(isHidden), 'a.xlsx'),
    'a.xlsx',
  );
  return [verdict, problems.map(({ code }) => code), notes.map(({ code }) => code)];
}

describe('a workbook with hidden rows', () => {
  it('has no table four where all of it is hidden', async () => {
    const ran = await ranHiding((row) => row >= 50 && row <= 53);
    expect(ran).toEqual(['not-assessable', ['table-missing'], ['rows-unread']]);
  });

  it('has the lines of a table that is otherwise shown', async () => {
    const ran = await ranHiding((row) => row >= 25 && row <= 34);
    expect(ran).toEqual(['pass', [], ['rows-hidden']]);
  });

  it('has no table in sight where everything is hidden, and says so', async () => {
    const ran = await ranHiding(() => true);
    expect(ran).toEqual(['not-assessable', ['tables-hidden'], []]);
  });
});
