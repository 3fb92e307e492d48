const plainKey = /^[\u4e00-\u9fff0-9A-Za-z]*$/u;
const notKey = /[^\p{L}\p{N}]/gu;
const ordinal =
  /^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+[、.．,，]|\d{1,2}[、.．,，）)])/u;
const remark = /[（(][^（）()]*[）)]?/gu;

/**
 * What tells labels apart: letters, Han characters and digits. Spaces, line breaks, brackets, quotes and
 * the width of characters differ from one report to the next and tell nothing.
 */
export function keyOf(text: string): string {
  return plainKey.test(text) ? text : text.normalize('NFKC').replace(notKey, '');
}

/** A label without spaces, its ordinal such as “（一）”, “1.” or “其中：” taken off. */
function withoutOrdinal(text: string): string {
  const plain = text.replace(/\s+/gu, '');
  return plain.replace(ordinal, '').replace(/^其中[:：]?/u, '');
}

/** The keys under which a printed label may be known, the most exact one first. */
export function keysOf(text: string): readonly string[] {
  const first = keyOf(text);
  const bare = withoutOrdinal(text);
  const keys = [
    first,
    keyOf(text.replace(remark, '')),
    keyOf(bare),
    keyOf(bare.replace(remark, '')),
  ].filter((key) => key !== '');
  return [...new Set(keys)];
}
