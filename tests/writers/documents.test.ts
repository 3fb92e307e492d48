import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { edition2021 } from '../../src/editions/2021.ts';
import { editions } from '../../src/editions/index.ts';
import { formOf } from '../../src/model/form.ts';
import { type WriterName, writers } from '../../src/writers/index.ts';
import { blankForm, type FilledForm } from '../../src/writers/writer.ts';
import { balancedForm, filledForm, hostile, stored } from './forms.ts';
import { converted, hasOffice } from './office.ts';

const names: readonly WriterName[] = ['json', 'xlsx', 'docx', 'html', 'csv'];
const forms = editions.map(formOf);

async function bytesOf(name: WriterName, filled: FilledForm): Promise<Uint8Array> {
  const written = await writers[name].write(filled);
  return typeof written === 'string' ? new TextEncoder().encode(written) : written;
}

async function textOf(name: WriterName, filled: FilledForm): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(name, filled));
}

/** Texts of the elements of an XML file with this name. @throws if it is not well-formed. */
function xmlTexts(xml: string, element: string): string[] {
  const texts: string[] = [];
  const parser = new SaxesParser();
  let open: string | null = null;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    if (name === element) open = '';
  });
  parser.on('text', (text) => {
    if (open !== null) open += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === element && open !== null) texts.push(open);
    if (name === element) open = null;
  });
  parser.write(xml).close();
  return texts;
}

type Node = DefaultTreeAdapterTypes.Node;

function elements(node: Node, name: string): DefaultTreeAdapterTypes.Element[] {
  const below = 'childNodes' in node ? node.childNodes : [];
  const found = below.flatMap((child) => elements(child, name));
  return 'tagName' in node && node.tagName === name ? [node, ...found] : found;
}

function shown(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  if (node.nodeName === 'br') return '\n';
  return 'childNodes' in node ? node.childNodes.map(shown).join('') : '';
}

/** A form with every hostile text in a cell, in its name and in its texts. */
function hostileForm(form: (typeof forms)[number]): FilledForm {
  const required = form.cells.filter(({ line }) => !line.optional).map(({ index }) => index);
  const all = hostile.join('');
  return {
    ...filledForm(form, (_, index) => hostile[required.indexOf(index)] ?? null),
    organ: all,
    text: { overview: all, problems: all, other: all },
  };
}

const oneBreak = (text: string): string => text.replace(/\r\n/gu, '\n');

describe.each(names)('%s as it is written', (name) => {
  it('is the same bytes each time', async () => {
    for (const form of forms) {
      const once = await bytesOf(name, balancedForm(form));
      expect(await bytesOf(name, balancedForm(form))).toEqual(once);
    }
  });
});

describe.each(forms.map((form) => [form.edition.id, form] as const))(
  'hostile texts in %s',
  (_, form) => {
    const filled = hostileForm(form);

    it('stay texts in a page', async () => {
      const page = parse(await textOf('html', filled));
      expect(elements(page, 'script')).toEqual([]);
      expect(elements(page, 'table')).toHaveLength(form.edition.tables.length);
      const cells = elements(page, 'td').map(shown);
      for (const text of hostile) expect(cells).toContain(oneBreak(stored(text)));
    });

    it('stay texts in a document of a word processor', async () => {
      const files = unzipSync(await bytesOf('docx', filled));
      const xml = Object.values(files).map((file) => strFromU8(file));
      const texts = xml.flatMap((file) => xmlTexts(file, 'w:t'));
      const parts = hostile.flatMap((text) => oneBreak(stored(text)).split('\n'));
      for (const text of parts) expect(texts).toContain(text);
    });

    it('stay texts in a workbook', async () => {
      const files = unzipSync(await bytesOf('xlsx', filled));
      const texts = Object.values(files).flatMap((file) => xmlTexts(strFromU8(file), 't'));
      for (const text of hostile) {
        const wanted = oneBreak(stored(text)).replace('_x0041_', '_x005F_x0041_');
        expect(texts.map(oneBreak)).toContain(wanted);
      }
    });

    it('stay fields in comma-separated values, and come back when trimmed', async () => {
      const { data, errors } = Papa.parse<string[]>((await textOf('csv', filled)).slice(1));
      expect(errors).toEqual([]);
      const fields = data.flat();
      expect(fields.filter((field) => /^[=+@]/u.test(field))).toEqual([]);
      for (const text of hostile)
        expect(fields.map((field) => field.trim())).toContain(stored(text));
    });
  },
);

describe('comma-separated values', () => {
  it('begin with a byte order mark and keep signed figures and dashes as they are', async () => {
    const signed = ['-41', '+82', '-', '-1,036', '－7', '+1.5'];
    const form = formOf(edition2021);
    const text = await textOf(
      'csv',
      filledForm(form, (_, index) => signed[index] ?? null),
    );
    expect(text.startsWith('\ufeff')).toBe(true);
    const fields = Papa.parse<string[]>(text.slice(1)).data.flat();
    for (const figure of signed) expect(fields).toContain(figure);
  });
});

describe('a form to fill in', () => {
  it('has every section, and a paragraph where there is no table', async () => {
    for (const form of forms) {
      const page = parse(await textOf('html', blankForm(form)));
      const { sections, tables } = form.edition;
      const titles = sections.length > 0 ? sections : tables;
      expect(elements(page, 'h2').map(shown)).toEqual(titles.map(({ zh }) => zh));
      const texts = sections.filter(({ zh }) => tables.every((table) => table.zh !== zh));
      expect(elements(page, 'p').map(shown)).toEqual(texts.map(() => ''));
    }
  });

  it('has the texts of a report in its sections', async () => {
    const text = { overview: '甲\n乙', problems: '丙', other: '丁' };
    for (const form of forms) {
      const page = parse(await textOf('html', { ...balancedForm(form), text }));
      expect(elements(page, 'p').map(shown)).toEqual(['甲', '乙', '丙', '丁']);
      const xml = unzipSync(await bytesOf('docx', { ...balancedForm(form), text }));
      const texts = xmlTexts(strFromU8(xml['word/document.xml'] ?? new Uint8Array()), 'w:t');
      expect(texts.filter((each) => /^[甲乙丙丁]$/u.test(each))).toEqual(['甲', '乙', '丙', '丁']);
    }
  });
});

describe.skipIf(!hasOffice)('in an office program', () => {
  it('every document opens, also with hostile texts, and can be printed', async () => {
    const files: [string, Uint8Array][] = [];
    for (const form of forms) {
      const { id } = form.edition;
      for (const name of ['docx', 'xlsx'] as const) {
        files.push([`${name}-blank-${id}.${name}`, await bytesOf(name, blankForm(form))]);
        files.push([`${name}-hostile-${id}.${name}`, await bytesOf(name, hostileForm(form))]);
      }
    }
    const printed = converted(Object.fromEntries(files), 'pdf');
    expect([...printed.keys()].sort()).toEqual(
      files.map(([name]) => name.replace(/\w+$/u, 'pdf')).sort(),
    );
  }, 180_000);
});
