import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { programOf } from '../../src/engine/compile.ts';
import { CellKind } from '../../src/model/cell.ts';
import type { Equation, Term } from '../../src/model/equation.ts';
import type { Report } from '../../src/model/report.ts';
import type { Run } from '../../src/model/run.ts';
import { runOf } from '../../src/pipeline.ts';
import { damagedBeside, damagedPieces } from '../support/besideFigures.ts';
import { damagedXml } from '../support/damage.ts';
import { boundBytes } from '../support/documents.ts';
import { mutate } from '../support/mutate.ts';
import { reportOfJson } from '../support/written.ts';

const folder = 'fixtures/reports/yunchuan-2023';
const truth = reportOfJson(readFileSync(`${folder}/report.json`, 'utf8'));
const runs = Number(process.env.GIAR_PROPERTY_RUNS ?? 300);
const seeds = Array.from({ length: runs }, (_, seed) => seed);
const longest = 5000;

const bytesOf = (format: string): Uint8Array =>
  new Uint8Array(readFileSync(`${folder}/report.${format}`));

/** An archive with one of its parts in another form. */
function withPart(archive: Uint8Array, name: string, change: (xml: string) => Uint8Array) {
  const parts = unzipSync(archive);
  const part = parts[name];
  if (part === undefined) throw new Error(name);
  return zipSync({ ...parts, [name]: change(strFromU8(part)) }, { level: 1, mtime: '2020-01-01' });
}

const documentPart = 'word/document.xml';
const sheetPart = 'xl/worksheets/sheet1.xml';

/** What a Word table is made of, without figures in it: spans, label cells, rows of labels, bounds of cells and rows. */
const wordPieces =
  /<w:(?:gridSpan|vMerge|gridCol)\b[^>]*\/>|<w:(tc|tr|p|r)>(?:(?!<w:\1>|>[^<]*\d)[\s\S])*?<\/w:\1>|<\/w:tc><w:tc>|<\/w:tr><w:tr>/gu;

/** Merges, blank cells and cells with a shared text of a sheet. */
const sheetPieces = /<mergeCell [^>]*\/>|<c [^>]*\/>|<c [^>]*t="s"[^>]*>.*?<\/c>/gu;

/** A cell of a sheet with two values, which no sheet has. */
const twoValues = /<\/v><v>/u;

type Damage = (bytes: Uint8Array, seed: number) => Uint8Array;

/** Damage to all but the figures, which stay in their order. */
const besideFigures: Readonly<Record<string, Damage>> = {
  html: (bytes, seed) => damagedBeside(bytes, '<>/"=& ', seed),
  txt: (bytes, seed) => damagedBeside(bytes, '\t\n ', seed),
  md: (bytes, seed) => damagedBeside(bytes, '|\n ', seed),
  csv: (bytes, seed) => damagedBeside(bytes, ',\n"', seed),
  docx: (bytes, seed) =>
    withPart(bytes, documentPart, (xml) => strToU8(damagedPieces(xml, wordPieces, seed))),
  xlsx: (bytes, seed) =>
    withPart(bytes, sheetPart, (xml) => strToU8(damagedPieces(xml, sheetPieces, seed))),
};

/** Damage to anything. */
const anywhere: Readonly<Record<string, Damage>> = {
  html: mutate,
  txt: mutate,
  md: mutate,
  csv: mutate,
  docx: (bytes, seed) => withPart(bytes, documentPart, (xml) => damagedXml(xml, seed)),
  xlsx: (bytes, seed) => withPart(bytes, sheetPart, (xml) => damagedXml(xml, seed)),
};

/** The text that the figures of a document stand in. */
function sourceOf(bytes: Uint8Array, format: string): string {
  const part = { docx: documentPart, xlsx: sheetPart }[format];
  const own = part === undefined ? bytes : unzipSync(bytes)[part];
  return strFromU8(own ?? bytes, true);
}

async function ran(bytes: Uint8Array, name: string): Promise<Run> {
  const start = performance.now();
  const run = runOf(await boundBytes(bytes, name), name);
  expect(performance.now() - start).toBeLessThan(longest);
  return run;
}

/** Cells of the tables with sums that count as something else than the untouched report says. */
function otherCells({ form, values }: Report): unknown[] {
  return form.cells.flatMap(({ index, name, line }) => {
    if (line.table.id === 'proactiveDisclosure' || line.optional) return [];
    return values[index] === truth.values[index] ? [] : [[name, values[index]]];
  });
}

/** Identities that do not hold, worked out from the cells alone. */
function brokenIdentities({ form, values }: Report): readonly Equation[] {
  const sum = (terms: readonly Term[]): number =>
    terms.reduce((total, { cell, coefficient }) => total + (values[cell] ?? 0) * coefficient, 0);
  return programOf(form).standard.filter(({ left, relation, right }) => {
    const gap = sum(left) - sum(right);
    return relation === '=' ? gap !== 0 : relation === '<=' ? gap > 0 : gap < 0;
  });
}

/** Cells that nobody can vouch for: not read, guessed, or with a figure that the document does not print. */
function unvouched({ form, kinds, printed }: Report, source: string): unknown[] {
  const { absent, unreadable, uncertain } = CellKind;
  const wanting: readonly (number | undefined)[] = [absent, unreadable, uncertain];
  return form.cells.flatMap(({ index, name, line }) => {
    const kind = kinds[index];
    if (kind === absent && line.optional) return [];
    if (wanting.includes(kind)) return [[name, kind]];
    const text = printed(index)?.trim() ?? '';
    return kind !== CellKind.number || source.includes(text) ? [] : [[name, text]];
  });
}

describe.each(Object.entries(besideFigures))(
  'a report in %s with whole figures',
  (format, damage) => {
    it('passes only if every cell of its sums is the one that was written', async () => {
      const untouched = bytesOf(format);
      let passed = 0;
      for (const seed of seeds) {
        const { verdict, report } = await ran(damage(untouched, seed), `report.${format}`);
        if (verdict !== 'pass' || report === null) continue;
        passed++;
        expect(otherCells(report), `seed ${seed}`).toEqual([]);
      }
      expect(passed).toBeGreaterThan(0);
    });
  },
);

describe.each(Object.entries(anywhere))('a report in %s damaged anywhere', (format, damage) => {
  it('passes only if every cell is vouched for and every identity holds', async () => {
    const untouched = bytesOf(format);
    let passed = 0;
    for (const seed of seeds) {
      const bytes = damage(untouched, seed);
      const { verdict, report } = await ran(bytes, `report.${format}`);
      if (verdict !== 'pass' || report === null) continue;
      const source = sourceOf(bytes, format);
      if (twoValues.test(source)) continue;
      passed++;
      expect(unvouched(report, source), `seed ${seed}`).toEqual([]);
      expect(brokenIdentities(report), `seed ${seed}`).toEqual([]);
    }
    expect(passed).toBeGreaterThan(0);
  });
});

describe('a cell of a sheet', () => {
  it('with two values does not pass', async () => {
    const bytes = withPart(bytesOf('xlsx'), sheetPart, (xml) => {
      const changed = xml.replace('<v>31846</v>', '<v>31846</v><v>31846</v>');
      expect(changed).not.toBe(xml);
      return strToU8(changed);
    });
    expect((await ran(bytes, 'report.xlsx')).verdict).not.toBe('pass');
  });
});

describe('a row of a table without sums', () => {
  const text = new TextDecoder().decode(bytesOf('txt'));
  const verdictWith = async (row: string): Promise<string> => {
    const changed = text.replace('行政规范性文件\t5\t0\t5', row);
    expect(changed).not.toBe(text);
    return (await ran(new TextEncoder().encode(changed), 'report.txt')).verdict;
  };

  it('that has all its cells passes', async () => {
    expect(await verdictWith('行政规范性文件\t5\t0\t6')).toBe('pass');
  });

  it('that lost a tab, so that two figures run together, does not pass', async () => {
    expect(await verdictWith('行政规范性文件\t50\t5')).not.toBe('pass');
  });

  it('that is broken over two lines does not pass', async () => {
    expect(await verdictWith('行政规范性文件\t5\n0\t5')).not.toBe('pass');
  });
});
