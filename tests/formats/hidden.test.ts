import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { runOf } from '../../src/pipeline.ts';
import { xlsxOf } from '../support/archive.ts';
import { boundBytes } from '../support/documents.ts';
import { given } from '../support/given.ts';
import { worksheet } from '../support/renderAs.ts';

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

describe('a workbook with a cell that shows something else than its figure', () => {
  const report = given('2021');
  const styles = (code: string): string =>
    `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs></styleSheet>`;
  const sheet = worksheet(report.parts()).replace(
    /<c (r="\w+")><v>(\d{3,})<\/v>/u,
    '<c $1 s="1"><v>$2</v>',
  );
  const ran = async (code: string) => {
    const bytes = xlsxOf({ 年报: sheet }, { 'xl/styles.xml': styles(code) });
    const { verdict, problems } = runOf(await boundBytes(bytes, 'a.xlsx'), 'a.xlsx');
    return [verdict, problems.map(({ code, args }) => [code, args.count])];
  };

  it.each([';;;', '0,', '&quot;12&quot;'])('is not assessed with it: %s', async (code) => {
    expect(await ran(code)).toEqual(['not-assessable', [['cells-uncertain', '1']]]);
  });

  it('passes where the figure itself is shown', async () => {
    expect(await ran('#,##0&quot;件&quot;')).toEqual(['pass', []]);
  });
});
