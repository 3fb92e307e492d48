/** Ranges of characters that take two columns of a terminal or a fixed-width page. */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
];

function isWide(code: number): boolean {
  return code >= 0x1100 && wide.some(([from, to]) => code >= from && code <= to);
}

/** For each index of a text and its end, the display columns before it; East Asian characters take two. */
export function displayColumns(text: string): Uint32Array {
  const columns = new Uint32Array(text.length + 1);
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    columns[i] = width;
    const code = text.codePointAt(i) ?? 0;
    width += isWide(code) ? 2 : 1;
    if (code > 0xffff) columns[++i] = width;
  }
  columns[text.length] = width;
  return columns;
}
