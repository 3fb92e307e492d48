/** One way to read a text as cells: a figure or a blank for each. */
export type Reading = readonly (string | null)[];

export interface Readings {
  /** Every way the text can be read, the plainest first; empty where it cannot be read as so many cells. */
  readonly ways: readonly Reading[];
  /** All ways are listed, not only the first of too many. */
  readonly isComplete: boolean;
}

/** More ways than this are not worth telling apart. */
const mostWays = 3000;

/** Figures cannot be longer than this. */
const longestRun = 120;

const figures = /[+\-−－]?[\d０-９][\d０-９,，.．]*|[/／]|—+/gu;
const run = /^[+-]?\d+$/u;
const leadingZero = /^[+-]?0\d/u;

/** All ways to cut a run of digits, with a sign before it or without, into `count` numbers without leading zeros. */
function cuts(digits: string, count: number, most: number): string[][] {
  const sign = /^[+-]/u.exec(digits)?.[0];
  if (sign !== undefined) {
    const plain = cuts(digits.slice(1), count, most);
    return plain.map(([first = '', ...rest]) => [sign + first, ...rest]);
  }
  if (count === 1) return digits.length > 1 && digits.startsWith('0') ? [] : [[digits]];
  const found: string[][] = [];
  const longest = digits.startsWith('0') ? 1 : digits.length - count + 1;
  for (let length = 1; length <= longest && found.length < most; length++) {
    for (const rest of cuts(digits.slice(length), count - 1, most - found.length)) {
      found.push([digits.slice(0, length), ...rest]);
    }
  }
  return found;
}

/** All ways to share `count` cells among pieces of text, each piece having at least one. */
function shares(pieces: readonly string[], count: number, most: number): string[][] {
  const [first, ...rest] = pieces;
  if (first === undefined) return count === 0 ? [[]] : [];
  const found: string[][] = [];
  const digits = first.replace(/^[+-]/u, '').length;
  const longest = run.test(first) ? Math.min(digits, count - rest.length) : 1;
  for (let own = 1; own <= longest && found.length < most; own++) {
    const heads = cuts(first, own, most - found.length);
    if (heads.length === 0) continue;
    for (const tail of shares(rest, count - own, most - found.length)) {
      for (const head of heads) found.push([...head, ...tail]);
    }
  }
  return found;
}

/** Ways to put `numbers` into `count` cells in order, the rest blank; the last number in the last cell first. */
function spread(numbers: readonly string[], count: number, most: number): Reading[] {
  const found: Reading[] = [];
  const place = (cells: (string | null)[], next: number, from: number): void => {
    if (found.length >= most) return;
    if (next === numbers.length) {
      found.push([...cells]);
      return;
    }
    const last = count - (numbers.length - next);
    const isFinal = next === numbers.length - 1;
    for (let step = 0; step <= last - from; step++) {
      const at = isFinal ? last - step : from + step;
      cells[at] = numbers[next] ?? null;
      place(cells, next + 1, at + 1);
      cells[at] = null;
    }
  };
  place(new Array<string | null>(count).fill(null), 0, 0);
  return found;
}

/** The pieces of a text that are figures; null where something else stands between them. */
function piecesOf(text: string): string[] | null {
  const plain = text.normalize('NFKC').replace(/[−—–](?=\d)/gu, '-');
  const pieces = plain.match(figures) ?? [];
  return plain.replace(figures, '').trim() === '' ? pieces : null;
}

/**
 * Reads a text in which the figures of `count` cells may run together. As many figures as cells, or
 * as many digits, leave one way; otherwise every way is listed without preferring one: what the figures
 * add up to is for others to weigh.
 */
export function readingsOf(text: string, count: number): Readings {
  const none: Readings = { ways: [], isComplete: true };
  const pieces = text.length > longestRun * 4 ? null : piecesOf(text);
  if (pieces === null || pieces.join('').length > longestRun) return none;
  if (pieces.length === 0) return { ways: [new Array<null>(count).fill(null)], isComplete: true };
  if (pieces.length === count) return { ways: [pieces], isComplete: true };
  if (pieces.length > count) return none;
  const full: Reading[] = shares(pieces, count, mostWays);
  const ways: Reading[] = [...full];
  // Figures that stand apart may be whole, with blank cells between them.
  if (pieces.length > 1 && pieces.every((piece) => !leadingZero.test(piece))) {
    ways.push(...spread(pieces, count, mostWays));
  }
  if (ways.length === 0) {
    for (let numbers = count - 1; numbers >= pieces.length; numbers--) {
      for (const way of shares(pieces, numbers, mostWays - ways.length)) {
        ways.push(...spread(way, count, mostWays - ways.length));
      }
    }
  }
  return { ways: ways.slice(0, mostWays), isComplete: ways.length < mostWays };
}
