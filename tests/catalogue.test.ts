import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { editions } from '../src/editions/index.ts';
import { runExample } from '../src/example.ts';
import { formOf } from '../src/model/form.ts';
import type { Example, RulePage } from '../src/model/rule.ts';
import { rules } from '../src/rules/index.ts';

const root = new URL('../', import.meta.url);
const ids = rules.map(({ id }) => id);

function filesIn(folder: string): string[] {
  const url = new URL(folder, root);
  return existsSync(url) ? readdirSync(url) : [];
}

function slots(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name))].sort();
}

/** Names that an example gives and its edition does not have. */
function strangers({ edition, cells, without = [] }: Example): string[] {
  const known = editions.find(({ id }) => id === edition);
  if (known === undefined) return [edition];
  const form = formOf(known);
  const names = new Set(form.cells.map(({ name }) => name));
  const lines = new Set(form.lines.map(({ table, path }) => `${table.id}.${path}`));
  return [
    ...Object.keys(cells).filter((name) => !names.has(name)),
    ...without.filter((line) => !lines.has(line)),
  ];
}

describe('the list of rules', () => {
  it('names each file of src/rules once, in the order of the ids', () => {
    const files = filesIn('src/rules').filter((name) => name !== 'index.ts');
    expect(ids, 'run `npm run generate`').toEqual(
      files.map((name) => name.replace(/\.ts$/u, '')).sort(),
    );
  });

  it.each([
    ['tests/rules', /^(?!fixtures)(.*)\.test\.ts$/u],
    ['docs/rules', /^(?!README)(.*?)(?:\.zh-CN)?\.md$/u],
    ['fixtures/rules', /^(.*)$/u],
  ])('knows every rule that %s is about', (folder, pattern) => {
    const named = filesIn(folder).flatMap((name) => pattern.exec(name)?.[1] ?? []);
    const strange = named.filter((id) => !ids.includes(id));
    expect(strange, `${folder} has files about rules that do not exist`).toEqual([]);
  });
});

describe.each(rules)('the rule $id', ({ id, find, compare, gather, sentences, page }) => {
  it('has a kebab-case id', () => {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
  });

  it('has a test, a page in both languages, and fixtures of both kinds', () => {
    expect(filesIn('tests/rules'), `write tests/rules/${id}.test.ts`).toContain(`${id}.test.ts`);
    for (const name of [`${id}.md`, `${id}.zh-CN.md`]) {
      expect(filesIn('docs/rules'), `docs/rules/${name}: run \`npm run generate\``).toContain(name);
    }
    const verdicts = filesIn(`fixtures/rules/${id}`).map((name) => name.split('.').at(-2));
    expect(verdicts, `write fixtures/rules/${id}/….pass.json`).toContain('pass');
    const isFound = verdicts.includes('fail') || verdicts.includes('warning');
    expect(isFound, `write fixtures/rules/${id}/….fail.json or ….warning.json`).toBe(true);
  });

  it('says everything in both languages', () => {
    const { title, what, why, mend, clause }: RulePage = page;
    const texts = Object.entries({ title, what, why, mend, clause, ...sentences });
    for (const [name, { zh, en }] of texts) {
      expect(zh, `${name}: Chinese is missing`).toMatch(/\p{Script=Han}/u);
      expect(en, `${name}: English is missing`).toMatch(/[a-z]{2}/u);
    }
    expect(Object.keys(sentences), 'a rule without a sentence says nothing').not.toEqual([]);
  });

  it('has the same placeholders in both languages', () => {
    for (const [variant, { zh, en }] of Object.entries(sentences)) {
      expect(slots(zh), `placeholders of “${variant}” differ`).toEqual(slots(en));
    }
  });

  it('is shown by a failing example that it alone finds fault with', () => {
    expect(strangers(page.failing), 'no such cells or lines').toEqual([]);
    const found = runExample(page.failing).findings.map(({ rule }) => rule);
    expect(new Set(found), `page.failing must be found by ${id} alone`).toEqual(new Set([id]));
  });

  it('is shown by a passing example without findings', () => {
    expect(strangers(page.passing), 'no such cells or lines').toEqual([]);
    const { verdict, findings } = runExample(page.passing);
    expect(findings.map(({ rule, at }) => [rule, at])).toEqual([]);
    expect(verdict).toBe('pass');
  });

  it('stands for identities of an edition, or looks for itself, not both', () => {
    const named = editions.filter(({ identities, series }) =>
      [...identities, ...series].some(({ rule }) => rule === id),
    );
    const isOfLevels = editions.some(({ levels }) => levels.rule === id);
    expect(gather !== null, `${id}: only the rule of the levels gathers`).toBe(isOfLevels);
    const looks = find !== null || compare !== null || gather !== null;
    const hint = `${id}: ${looks ? 'identities name it, but it looks for itself' : 'no identity names it'}`;
    expect(named.length > 0, hint).toBe(!looks);
  });
});

describe.each(editions)('the edition $id', ({ identities, series, levels }) => {
  it('names only rules that exist', () => {
    const named = [...identities, ...series, levels].map(({ rule }) => rule);
    const strange = named.filter((rule) => !ids.includes(rule));
    expect(strange, 'add the rule to src/rules or mend the identity').toEqual([]);
  });
});
