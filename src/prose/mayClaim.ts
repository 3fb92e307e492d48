/** A figure with its unit. */
const figured =
  /[\d万亿余多](?:[件条项份宗起例个桩批人篇次期场家户则部册处名张幅天%‰倍元]|百分点|万元|亿元)|[零一二两三四五六七八九十百千]余?[件条项份宗起例批次篇倍]/u;
/** A word that says all or none, and in its clause what the form counts. */
const stating =
  /(?:[均未无没零都]|全部)(?:(?![均未无没零都]|全部)[^，；。：（）]){0,40}(?:复议|诉讼|申请|维持|纠|结转|文件|规章|败诉|胜诉|许可|处罚|自然人)/u;

/** Characters that a number ends with, and those that its unit begins with. */
const [ending, beginning] = [1, 2];
let marked: Uint8Array | null = null;

/** By character code: whether a number may end there, or a unit begin. */
function marksOf(): Uint8Array {
  if (marked !== null) return marked;
  const table = new Uint8Array(0x10000);
  const put = (characters: string, bit: number): void => {
    for (const character of characters) {
      const code = character.charCodeAt(0);
      table[code] = (table[code] ?? 0) | bit;
    }
  };
  put('0123456789万亿余多零一二两三四五六七八九十百千', ending);
  put('件条项份宗起例个桩批人篇次期场家户则部册处名张幅天%‰倍元百万亿余', beginning);
  marked = table;
  return table;
}

/** Somewhere a number may end and a unit begin; most sentences have no such place. */
function mayHaveFigure(text: string): boolean {
  const table = marksOf();
  let isBehindNumber = false;
  for (let i = 0; i < text.length; i++) {
    const bits = table[text.charCodeAt(i)] ?? 0;
    if (isBehindNumber && (bits & beginning) !== 0) return true;
    isBehindNumber = (bits & ending) !== 0;
  }
  return false;
}

/** Without a figure and without a statement a sentence claims nothing. */
export function mayClaim(text: string): boolean {
  return (mayHaveFigure(text) && figured.test(text)) || stating.test(text);
}
