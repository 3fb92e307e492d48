/** Characters that part the fields of a table in a text file, the likeliest first. */
const delimiters = [',', '\t', ';', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** So much of a text shows how it is laid out. */
const sample = 2 ** 18;
/** A longer line outside quotes is a text. */
const longestRow = 1_000;
const fewestRows = 3;

interface Row {
  readonly length: number;
  readonly counts: Readonly<Record<Delimiter, number>>;
}

function isDelimiter(character: string): character is Delimiter {
  return delimiters.some((delimiter) => delimiter === character);
}

/** For each line that is not empty, how often the delimiters stand in it outside quotes. */
function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  let counts = { ',': 0, '\t': 0, ';': 0, '|': 0 };
  let length = 0;
  let quoted = false;
  for (const character of `${text.slice(0, sample)}\n`) {
    if (character === '"') quoted = !quoted;
    if (quoted) continue;
    if (character !== '\n' && character !== '\r') {
      length++;
      if (isDelimiter(character)) counts[character]++;
    } else if (length > 0) {
      rows.push({ length, counts });
      counts = { ',': 0, '\t': 0, ';': 0, '|': 0 };
      length = 0;
    }
  }
  return rows;
}

/** The delimiter that most lines have. */
export function delimiterOf(text: string): Delimiter {
  const rows = rowsOf(text);
  const ranked = delimiters.map((delimiter) => ({
    delimiter,
    lines: rows.filter(({ counts }) => counts[delimiter] > 0).length,
  }));
  return ranked.reduce((best, next) => (next.lines > best.lines ? next : best)).delimiter;
}

function longestRun(rows: readonly Row[], delimiter: Delimiter): number {
  let [longest, run, last] = [0, 0, 0];
  for (const { counts } of rows) {
    const count = counts[delimiter];
    run = count < 2 ? 0 : count === last ? run + 1 : 1;
    last = count;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Whether a text is a table of delimited fields: rows of equally many, at least three, and no long prose. */
export function looksLikeCsv(text: string): boolean {
  const rows = rowsOf(text);
  if (rows.length === 0 || rows.some(({ length }) => length > longestRow)) return false;
  // Sentences beside a table parted by tabs are the prose of a text.
  if (delimiterOf(text) === '\t' && /^[^\t\n]*。\s*$/mu.test(text.slice(0, sample))) return false;
  return delimiters.some((delimiter) => {
    const filled = rows.filter(({ counts }) => counts[delimiter] > 0).length;
    return filled * 3 >= rows.length * 2 && longestRun(rows, delimiter) >= fewestRows;
  });
}
