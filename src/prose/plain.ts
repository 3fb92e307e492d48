/** Forms of printing that mean the same, by what they are compared as. */
const same: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '?': '？',
  '!': '！',
  '％': '%',
  '﹪': '%',
  '．': '.',
  〇: '零',
  '○': '零',
  '～': '~',
};

const wide = /[０-９Ａ-Ｚａ-ｚ]/u;
/** Full-width digits and letters lie so far behind the narrow ones. */
const shift = 0xfee0;
/** Blanks, and characters that nobody sees. */
const unseen = /[\s\p{Cf}]/u;

/** What becomes of a character; nothing is known of it before it is met. */
const Kind = { unmet: 0, kept: 1, unseen: 2, changed: 3, half: 4 } as const;

const kinds = new Uint8Array(0x10000);

function kindOf(character: string): number {
  if (unseen.test(character)) return Kind.unseen;
  return Object.hasOwn(same, character) || wide.test(character) ? Kind.changed : Kind.kept;
}

function meet(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const kind = code >= 0xd800 && code < 0xdc00 ? Kind.half : kindOf(text.charAt(at));
  kinds[code] = kind;
  return kind;
}

/** An Arabic digit, by its code. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function changed(text: string, at: number): string {
  const character = text.charAt(at);
  // A comma between digits parts thousands, and stays.
  if (character === ',' && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))) {
    return character;
  }
  return same[character] ?? String.fromCharCode(text.charCodeAt(at) - shift);
}

/** Text as it is compared: blanks left out, marks and digits of one width; one character for each that is kept. */
export function plainOf(text: string): string {
  let plain = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    let kind: number = kinds[text.charCodeAt(at)] ?? Kind.unmet;
    if (kind === Kind.kept) continue;
    if (kind === Kind.unmet) kind = meet(text, at);
    if (kind === Kind.kept) continue;
    let length = 1;
    if (kind === Kind.half) {
      const whole = String.fromCodePoint(text.codePointAt(at) ?? 0);
      if (whole.length === 1 || !unseen.test(whole)) continue;
      length = 2;
    }
    plain += text.slice(from, at);
    if (kind === Kind.changed) plain += changed(text, at);
    from = at + length;
    at += length - 1;
  }
  return from === 0 ? text : plain + text.slice(from);
}
