import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** A linter of patterns that is not installed everywhere; what is asked of it. */
interface Linter {
  checkSync(
    source: string,
    flags: string,
    options: { timeout: number },
  ): { readonly status: string; readonly complexity?: { readonly type: string } };
}

const name: string = 'recheck';
const linter: Linter | null = await import(name).catch(() => null);

const files = [
  ...readdirSync('src/prose', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `src/prose/${file}`),
  'src/messages/prose.ts',
  'src/messages/visible.ts',
];

/** Every pattern that stands in a file, with its flags. */
function patternsIn(file: string): (readonly [string, string, string])[] {
  const found: (readonly [string, string, string])[] = [];
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push([file, node.text.slice(1, end), node.text.slice(end + 1)]);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('the patterns of the prose', () => {
  const patterns = files.flatMap(patternsIn);

  it('are found', () => {
    expect(patterns.length).toBeGreaterThan(30);
  });

  it.skipIf(linter === null).each(patterns)(
    'in %s: /%s/%s takes no more than linear time',
    (_, source, flags) => {
      const { status, complexity } = linter?.checkSync(source, flags, { timeout: 60_000 }) ?? {
        status: 'unknown',
      };
      expect([status, complexity?.type]).toEqual([
        'safe',
        expect.stringMatching(/^(?:safe|linear)$/u),
      ]);
    },
  );
});
