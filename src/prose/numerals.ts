const digits = '零一二三四五六七八九';
const scales: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** The characters that Chinese numerals are written with. */
export const numeralCharacters = '零一二两三四五六七八九十百千万亿';
export const longestNumeral = 16;

/** The number below ten thousand that these characters write; null where they write none. */
function below(text: string): number | null {
  if (!/[十百千]/u.test(text)) {
    // Figure by figure: 二〇二〇; or one figure. 三五 are three to five.
    if (text.length === 2 && !text.includes('零')) return null;
    let value = 0;
    for (const character of text) {
      const digit = character === '两' ? 2 : digits.indexOf(character);
      if (digit < 0) return null;
      value = value * 10 + digit;
    }
    return text === '' ? null : value;
  }
  let sum = 0;
  let digit: number | null = null;
  let last = 10_000;
  for (const character of text) {
    const scale = scales[character];
    if (scale === undefined) {
      const next = character === '两' ? 2 : digits.indexOf(character);
      if (next < 0 || (digit !== null && digit !== 0)) return null;
      digit = next;
    } else {
      if (scale >= last || (digit === null && scale !== 10) || digit === 0) return null;
      sum += (digit ?? 1) * scale;
      last = scale;
      digit = null;
    }
  }
  // 一百二 is spoken for 120: too unclear to be counted with.
  if (digit !== null && digit > 0 && last > 10 && !text.includes('零')) return null;
  return sum + (digit ?? 0);
}

/** The whole number that Chinese numerals write (两千零五 is 2005); null for what is none, or unclear. */
export function numeralOf(text: string): number | null {
  for (const [sign, scale] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const at = text.indexOf(sign);
    if (at < 0) continue;
    const [high, low] = [numeralOf(text.slice(0, at)), text.slice(at + 1)];
    if (high === null || at === 0) return null;
    const rest = low === '' ? 0 : numeralOf(low.replace(/^零/u, ''));
    return rest === null || rest >= scale ? null : high * scale + rest;
  }
  return below(text);
}
