import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../src/readers/docx.ts';
import { defaultLimits, type Limits } from '../../src/readers/reader.ts';
import { archiveOf, cell, docxOf, paragraph, relationships, table } from '../support/archive.ts';
import { damagedXml } from '../support/damage.ts';
import { expectWhole, gridsOf, outcome } from '../support/grids.ts';
import { mutate } from '../support/mutate.ts';

function readWith(bytes: Uint8Array, limits: Partial<Limits> = {}) {
  return readDocx(bytes, { source: 'x.docx', limits: { ...defaultLimits, ...limits } });
}

function bodyOutcome(body: string, limits: Partial<Limits> = {}): string {
  return outcome(readWith(docxOf(body), limits));
}

const numbered =
  '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>';
const body =
  paragraph('一、总体情况') +
  numbered +
  table(
    [cell('甲', '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'), cell('12')],
    [cell('', '<w:gridSpan w:val="2"/><w:vMerge/>'), cell('7')],
    [cell('a'), `<w:tc>${table([cell('1'), cell('2')])}</w:tc>`, cell('3')],
  ) +
  `<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>`;
const numbering =
  '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>';
const parts = {
  'word/_rels/document.xml.rels': relationships(['n', 'numbering', 'numbering.xml']),
  'word/numbering.xml': numbering,
};

describe('a hostile Word document', () => {
  it('is refused for nesting without end', () => {
    expect(bodyOutcome('<w:tbl>'.repeat(100_000))).toBe('document-too-large');
    expect(bodyOutcome('<w:sdt>'.repeat(100_000))).toBe('document-too-large');
    const deep = `${'<w:tbl><w:tr><w:tc>'.repeat(165)}${paragraph('x')}${'</w:tc></w:tr></w:tbl>'.repeat(165)}`;
    expect(bodyOutcome(deep)).toBe('read');
  });

  it('is refused for tables that are too wide or too large', () => {
    const wide = (span: string) => table([cell('a', `<w:gridSpan w:val="${span}"/>`)]);
    expect(bodyOutcome(wide('1000000'))).toBe('document-too-large');
    expect(bodyOutcome(wide('-5'))).toBe('read');
    expect(
      bodyOutcome(
        `<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1000000"/></w:trPr>${cell('a')}</w:tr></w:tbl>`,
      ),
    ).toBe('document-too-large');
    const row = [cell('a', '<w:gridSpan w:val="1000"/>')];
    expect(bodyOutcome(table(...Array.from({ length: 201 }, () => row)))).toBe(
      'document-too-large',
    );
    expect(bodyOutcome(paragraph('a').repeat(11), { slots: 10 })).toBe('document-too-large');
  });

  it('is refused for entities, and for a body that is missing or broken', () => {
    const document = (text: string) => outcome(readWith(docxOf('', { 'word/document.xml': text })));
    expect(document('<!DOCTYPE d [<!ENTITY a "b">]><d><body><p/></body></d>')).toBe(
      'document-broken',
    );
    expect(document('<d><body><p></body></d>')).toBe('document-broken');
    expect(document('<d/>')).toBe('document-broken');
    expect(outcome(readWith(archiveOf({ 'a.txt': 'x' })))).toBe('archive-broken');
    expect(outcome(readWith(strToU8('no archive')))).toBe('archive-broken');
  });

  it('is refused as a bomb', () => {
    const zeros = new Uint8Array(10 * 2 ** 20).fill(0x20);
    expect(outcome(readWith(docxOf('', { 'word/document.xml': zeros })))).toBe(
      'document-too-large',
    );
    expect(outcome(readWith(docxOf(body), { unpackedBytes: 100 }))).toBe('document-too-large');
  });

  it('has element names that mean something to a program', () => {
    const odd = ['constructor', '__proto__', 'toString']
      .map((name) => `<w:${name} w:__proto__="x"/>`)
      .join('');
    expect(bodyOutcome(`${odd}<w:p><w:r>${odd}<w:t>x</w:t></w:r></w:p>`)).toBe('read');
  });

  it('never throws, and its grids are whole, whatever happened to its archive', () => {
    const whole = docxOf(body, parts);
    for (let seed = 0; seed < 1000; seed++) {
      const result = readWith(mutate(whole, seed));
      if (!('code' in result)) for (const grid of gridsOf(result)) expectWhole(grid);
    }
  });

  it('never throws, and its grids are whole, whatever happened to its parts', () => {
    const names = {
      ...parts,
      'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>`,
    };
    const seen = new Map<string, number>();
    for (let seed = 0; seed < 1000; seed++) {
      const name = seed % 5 === 0 ? 'word/numbering.xml' : 'word/document.xml';
      const changed = damagedXml(names[name], seed);
      const result = readWith(docxOf('', { ...names, [name]: changed }));
      seen.set(outcome(result), (seen.get(outcome(result)) ?? 0) + 1);
      if (!('code' in result)) for (const grid of gridsOf(result)) expectWhole(grid);
    }
    expect(seen.get('read')).toBeGreaterThan(200);
    expect(seen.get('document-broken')).toBeGreaterThan(200);
  });
});
