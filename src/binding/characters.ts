/** Tests of characters by their codes: on the few letters of a cell they take a fraction of what patterns do. */
export function isBetween(code: number, first: number, last: number): boolean {
  return code >= first && code <= last;
}

function isDigit(code: number): boolean {
  return isBetween(code, 0x30, 0x39);
}

/** The code is that of a Han character in common use. */
export function isHan(code: number): boolean {
  return isBetween(code, 0x4e00, 0x9fff);
}

export function hasDigit(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isDigit(text.charCodeAt(i))) return true;
  return false;
}

/** The text is digits alone, as most cells are, or nothing. */
export function isDigits(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isDigit(text.charCodeAt(i))) return false;
  return true;
}
