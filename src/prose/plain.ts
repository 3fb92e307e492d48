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

/** Blanks, characters that nobody sees, and whatever has another form. */
const other = /[\s\p{Cf}]+|[,;:()?!％﹪．〇○～０-９Ａ-Ｚａ-ｚ]/gu;
/** Full-width digits and letters lie so far behind the narrow ones. */
const shift = 0xfee0;

const unseen = /^[\s\p{Cf}]/u;

function plainCharacter(character: string): string {
  const known = same[character];
  if (known !== undefined) return known;
  return unseen.test(character) ? '' : String.fromCharCode(character.charCodeAt(0) - shift);
}

/** Text as it is compared: blanks left out, marks and digits of one width; one character for each that is kept. */
export function plainOf(text: string): string {
  return text.replace(other, (found, at: number) => {
    // A comma between digits parts thousands, and stays.
    const isInNumber = found === ',' && isDigit(text[at - 1]) && isDigit(text[at + 1]);
    return isInNumber ? found : plainCharacter(found);
  });
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}
