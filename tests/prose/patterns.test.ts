import { readdirSync, readFileSync } from 'node:fs';
import { checkSync } from 'recheck';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const files = [
  ...readdirSync('src/prose', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `src/prose/${file}`),
  'src/model/period.ts',
  'src/model/staleYear.ts',
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

  it.each(patterns)('in %s: /%s/%s takes no more than linear time', (_, source, flags) => {
    const found = checkSync(source, flags, { timeout: 60_000 });
    const type = found.status === 'unknown' ? 'unknown' : found.complexity.type;
    expect([found.status, type]).toEqual(['safe', expect.stringMatching(/^(?:safe|linear)$/u)]);
  });
});
