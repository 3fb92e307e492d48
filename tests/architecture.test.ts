import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What the files of a folder of src may import: folders of src, and packages. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: ['zod'],
  editions: ['model'],
  readers: [
    'model',
    'jsonc-parser',
    'parse5',
    'saxes',
    'fflate',
    'papaparse',
    'pdfjs-dist/legacy/build/pdf.mjs',
    'pdfjs-dist/legacy/build/pdf.worker.mjs',
    'pdfjs-dist/types/src/display/api.js',
  ],
  writers: ['model', 'engine', 'binding', 'messages', 'fflate'],
  marking: ['model', 'messages', 'prose', 'readers', 'writers', 'fflate', 'jsonc-parser'],
  prose: ['model'],
  binding: ['model', 'readers', 'zod', 'zod/v4/core', 'fastest-levenshtein'],
  rules: ['model'],
  engine: ['model'],
  audit: ['model', 'engine', 'messages', 'readers', 'binding', 'zod', 'zod/v4/core'],
  messages: ['model'],
  reporters: [
    'model',
    'messages',
    'page',
    'writers',
    'chalk',
    'cli-table3',
    'fast-string-width',
    'fast-wrap-ansi',
  ],
  page: ['model', 'messages', 'writers'],
  settings: ['model', 'engine', 'readers', 'binding', 'zod', 'picomatch', 'jsonc-parser'],
};

/** Files at the top of src join the folders; only these folders may name Node. */
const nodeOnly = ['host', 'cli'];

interface Import {
  readonly file: string;
  readonly folder: string;
  readonly target: string;
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replaceAll('\\', '/'));

const importPattern =
  /^(?:(?:import|export|\}).*? from |import )'([^'\n]+)';$|\bimport\('([^'\n]+)'\)/gmu;

function importsOf(file: string): Import[] {
  const text = readFileSync(join('src', file), 'utf8');
  const names = [...text.matchAll(importPattern)].flatMap(
    ([, from, dynamic]) => from ?? dynamic ?? [],
  );
  const folder = file.includes('/') ? (file.split('/')[0] ?? '') : '';
  return names.map((name) => {
    if (!name.startsWith('.')) return { file, folder, target: name };
    const path = normalize(join(dirname(file), name)).replaceAll('\\', '/');
    return { file, folder, target: path.includes('/') ? (path.split('/')[0] ?? '') : path };
  });
}

const imports = files.flatMap(importsOf);

describe('the direction of imports', () => {
  it('is seen at all', () => {
    expect(imports.length).toBeGreaterThan(200);
  });

  it.each(Object.keys(allowed))('%s imports only what it may', (folder) => {
    const wrong = imports.filter(
      (i) => i.folder === folder && i.target !== folder && !allowed[folder]?.includes(i.target),
    );
    expect(wrong).toEqual([]);
  });

  it('has a rule for every folder', () => {
    const folders = new Set(files.filter((f) => f.includes('/')).map((f) => f.split('/')[0]));
    expect([...folders].sort()).toEqual([...Object.keys(allowed), ...nodeOnly].sort());
  });

  it('names Node only in the command line and in what reads files', () => {
    const wrong = imports.filter(
      ({ folder, target }) => target.startsWith('node:') && !nodeOnly.includes(folder),
    );
    expect(wrong).toEqual([]);
  });

  it('leads from nowhere into the command line', () => {
    expect(imports.filter(({ folder, target }) => target === 'cli' && folder !== 'cli')).toEqual(
      [],
    );
  });
});

describe('the core', () => {
  it('does not look at the process, the clock or the locale', () => {
    const core = files.filter((file) => !nodeOnly.includes(file.split('/')[0] ?? ''));
    const wrong = core.filter((file) =>
      /\bprocess\.|Date\.now|new Date\b|toLocale|Intl\.|Math\.random/u.test(
        readFileSync(join('src', file), 'utf8'),
      ),
    );
    expect(wrong).toEqual([]);
  });
});
