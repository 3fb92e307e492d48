/**
 * Radicals for which some programs mistake the letter of the same shape when they write a PDF;
 * compatibility decomposition knows the older block of them, this is what it leaves.
 */
const radicals =
  '⺁厂⺄乙⺅亻⺈刀⺊卜⺋㔾⺌小⺍小⺒巳⺓幺⺔彑⺖忄⺗心⺘扌⺙攵⺛旡⺝月⺞歺⺠民⺡氵⺢氺⺣灬⺤爫⺥爪⺦丬⺨犭⺪疋⺬示⺭礻⺮竹⺯糹⺱罒⺲罒⺳网⺶羊⺷羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻲亀';

const letterOf = new Map<string, string>();
const list = [...radicals];
for (let i = 0; i + 1 < list.length; i += 2) letterOf.set(list[i] ?? '', list[i + 1] ?? '');

const odd = /[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06\ufe10-\ufe19\ufe30-\ufe44]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const unseen = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/gu;

/** What a glyph says: radicals and compatibility forms as plain letters, every blank as a space, nothing unseen. */
export function plainLetters(text: string): string {
  if (text.length === 1 && text >= '!' && text <= '~') return text;
  const seen = text.replace(unseen, '').replace(/\s/gu, ' ');
  if (!odd.test(seen)) return seen;
  return [...seen].map((letter) => letterOf.get(letter) ?? foldOne(letter)).join('');
}

function foldOne(letter: string): string {
  return odd.test(letter) ? letter.normalize('NFKC') : letter;
}
