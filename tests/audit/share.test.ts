import { describe, expect, it } from 'vitest';
import { isWithin, organIn } from '../../src/audit/share.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('shares', () => {
  it('hold every organ once, however it is spelt', () => {
    const organs = Array.from({ length: 200 }, (_, i) => `某市第${i}局`);
    const shares = [1, 2, 3].map((number) => ({ number, of: 3 }));
    const held = organs.map((organ) => shares.filter((share) => isWithin(share, organ)).length);
    expect(new Set(held)).toEqual(new Set([1]));
    const sizes = shares.map((share) => organs.filter((organ) => isWithin(share, organ)).length);
    expect(Math.min(...sizes)).toBeGreaterThan(40);
    expect(isWithin({ number: 1, of: 3 }, '某市 第１局')).toBe(
      isWithin({ number: 1, of: 3 }, '某市第1局'),
    );
  });

  it('tell the organ of a line without parsing it', () => {
    expect(organIn(bytes('{"year":2020,"organ":"某市\\"财政\\"局","tables":{}}'))).toBe(
      '某市"财政"局',
    );
    expect(organIn(bytes('{"year":2020}'))).toBeNull();
    expect(organIn(bytes('{"organ":"\\x"}'))).toBeNull();
    expect(organIn(bytes('{"organ":null}'))).toBeNull();
  });
});
