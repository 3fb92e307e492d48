import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grammar } from '../../src/prose/grammar/index.ts';
import { lexiconOf } from '../../src/prose/lexicon.ts';

type Pattern = string | { readonly choices: readonly Pattern[][] };

function printed(parts: readonly Pattern[]): string {
  return parts
    .map((part) => (typeof part === 'string' ? part : `(${part.choices.map(printed).join('|')})`))
    .join('');
}

/** Every word that a pattern stands for, written out. */
function words(parts: readonly Pattern[]): string[] {
  const [first, ...others] = parts;
  if (first === undefined) return [''];
  const heads = typeof first === 'string' ? [first] : first.choices.flatMap(words);
  return heads.flatMap((head) => words(others).map((tail) => head + tail));
}

const letters = fc.string({ unit: fc.constantFrom('上', '年', '结'), maxLength: 3 });
const { pattern } = fc.letrec<{ pattern: Pattern[]; part: Pattern; choices: Pattern }>((tie) => ({
  pattern: fc.array(tie('part'), { maxLength: 3, depthIdentifier: 'depth' }),
  part: fc.oneof({ maxDepth: 2, depthIdentifier: 'depth' }, letters, tie('choices')),
  choices: fc.record({ choices: fc.array(tie('pattern'), { minLength: 1, maxLength: 3 }) }),
}));

/** The longest of the words at a place, and of equal ones the first. */
function longest(known: readonly (readonly [string, number])[], text: string, at: number) {
  let best: { end: number; value: number } | null = null;
  for (const [word, value] of known) {
    const end = at + word.length;
    if (word !== '' && text.startsWith(word, at) && end > (best?.end ?? at)) best = { end, value };
  }
  return best;
}

describe('a lexicon', () => {
  it('knows every word that its patterns stand for', () => {
    const find = lexiconOf([['(上|去)(一|)年(结转(的|)|)', 1]]);
    expect(find('上年', 0)).toEqual({ end: 2, value: 1 });
    expect(find('去一年结转的申请', 0)).toEqual({ end: 6, value: 1 });
    expect(find('共上一年结', 1)).toEqual({ end: 4, value: 1 });
    expect(find('上结转', 0)).toBeNull();
    expect(find('', 0)).toBeNull();
  });

  it('takes the longest word, and of several meanings of a word the first', () => {
    const find = lexiconOf([
      ['公开', 1],
      ['(不予|)公开', 2],
      ['公开出版物', 3],
    ]);
    expect(find('公开', 0)).toEqual({ end: 2, value: 1 });
    expect(find('公开出版', 0)).toEqual({ end: 2, value: 1 });
    expect(find('公开出版物', 0)).toEqual({ end: 5, value: 3 });
    expect(find('不予公开', 0)).toEqual({ end: 4, value: 2 });
  });

  it('refuses a pattern whose brackets are not closed', () => {
    expect(() => lexiconOf([['上(年', 1]])).toThrow('上(年');
  });

  it('finds what a list of all its words written out would find', () => {
    const text = fc.string({ unit: fc.constantFrom('上', '年', '结', '转'), maxLength: 12 });
    fc.assert(
      fc.property(fc.array(pattern, { minLength: 1, maxLength: 4 }), text, (patterns, said) => {
        const find = lexiconOf(patterns.map((each, i) => [printed(each), i]));
        const known = patterns.flatMap((each, i) =>
          words(each).map((word): [string, number] => [word, i]),
        );
        for (let at = 0; at < said.length; at++) {
          expect(find(said, at)).toEqual(longest(known, said, at));
        }
      }),
    );
  });
});

describe('the grammar', () => {
  it.each([
    ['上年度结转的', { stage: 'carriedOver' }],
    ['结转至下一年度继续办理', { stage: 'carriedForward' }],
    ['予以公开和部分公开', { stage: 'granted+grantedInPart' }],
    ['没有现成信息需要另行制作', { stage: 'unavailable.mustBeCreated' }],
    ['比上一年度同期', { role: 'compare' }],
    ['增长了', { role: 'grow' }],
  ])('knows %s as one word', (word, meaning) => {
    const found = grammar()(word, 0);
    expect([found?.end, found?.value.meaning]).toEqual([word.length, meaning]);
  });
});
