import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What the files of a folder of src may import: folders of src, and packages. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: ['zod'],
  editions: ['model'],
  readers: ['model', 'jsonc-parser'],
  binding: ['model', 'readers', 'zod', 'zod/v4/core', 'fastest-levenshtein'],
  rules: ['model'],
  engine: ['model'],
  messages: ['model'],
  reporters: ['model', 'messages', 'chalk', 'cli-table3', 'fast-string-width', 'fast-wrap-ansi'],
};

/** Files at the top of src join the folders; only these and the command line may name Node. */
const nodeOnly = ['files.ts'];

interface Import {
  readonly file: string;
  readonly folder: string;
  readonly target: string;
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replaceAll('\\', '/'));

function importsOf(file: string): Import[] {
  const text = readFileSync(join('src', file), 'utf8');
  const names = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/gu)].flatMap(
    (match) => match[1] ?? [],
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
    expect([...folders].sort()).toEqual([...Object.keys(allowed), 'cli'].sort());
  });

  it('names Node only in the command line and in files.ts', () => {
    const wrong = imports.filter(
      ({ file, folder, target }) =>
        target.startsWith('node:') && folder !== 'cli' && !nodeOnly.includes(file),
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
    const core = files.filter((file) => !file.startsWith('cli/') && !nodeOnly.includes(file));
    const wrong = core.filter((file) =>
      /\bprocess\.|Date\.now|new Date\b|toLocale|Intl\.|Math\.random/u.test(
        readFileSync(join('src', file), 'utf8'),
      ),
    );
    expect(wrong).toEqual([]);
  });
});
