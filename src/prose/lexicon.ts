/** A place within the patterns: where each character (by its code) leads, and the value of the pattern that ends here. */
interface Place<V> {
  readonly id: number;
  /** Place behind a character. */
  readonly next: readonly (readonly [number, Place<V>])[];
  /** Places that are reached without a character. */
  readonly also: readonly Place<V>[];
  readonly ending: Ending<V> | null;
}

interface Ending<V> {
  /** Of several patterns that end together the first one counts. */
  readonly order: number;
  readonly value: V;
}

type Maker<V> = (parts: Partial<Omit<Place<V>, 'id'>>) => Place<V>;

/** Where the bracket that opens at `open` closes, and the choices within. */
function choicesAt(pattern: string, open: number): { readonly close: number; choices: string[] } {
  const choices: string[] = [];
  let [depth, from] = [0, open + 1];
  for (let i = open + 1; i < pattern.length; i++) {
    const character = pattern[i];
    if (depth === 0 && (character === '|' || character === ')')) {
      choices.push(pattern.slice(from, i));
      from = i + 1;
      if (character === ')') return { close: i, choices };
    }
    if (character === '(') depth++;
    if (character === ')') depth--;
  }
  throw new Error(`a bracket is not closed in ${pattern}`);
}

/** The place before a pattern that leads to `then`: `结转(至|)下(一|)年` stands for four words. */
function placeOf<V>(pattern: string, then: Place<V>, make: Maker<V>): Place<V> {
  const open = pattern.indexOf('(');
  const plain = open < 0 ? pattern : pattern.slice(0, open);
  let place = then;
  if (open >= 0) {
    const { close, choices } = choicesAt(pattern, open);
    const behind = placeOf(pattern.slice(close + 1), then, make);
    place = make({ also: choices.map((choice) => placeOf(choice, behind, make)) });
  }
  for (let i = plain.length - 1; i >= 0; i--) {
    place = make({ next: [[plain.charCodeAt(i), place]] });
  }
  return place;
}

function reached<V>(places: readonly Place<V>[]): Set<Place<V>> {
  const all = new Set(places);
  for (const place of all) for (const each of place.also) all.add(each);
  return all;
}

/** All places at which a reader of a text may be at once; what is behind them is found when it is asked for. */
interface Branch<V> {
  /** The codes of the characters that lead on, and by each of them the places behind it. */
  readonly codes: readonly number[];
  readonly places: readonly (readonly Place<V>[])[];
  readonly branches: (Branch<V> | null)[];
  readonly value: V | undefined;
}

function branchOf<V>(places: ReadonlySet<Place<V>>): Branch<V> {
  const next = new Map<number, Place<V>[]>();
  let first: Ending<V> | null = null;
  for (const { next: own, ending } of places) {
    if (ending !== null && (first === null || ending.order < first.order)) first = ending;
    for (const [code, place] of own) {
      const behind = next.get(code);
      if (behind === undefined) next.set(code, [place]);
      else behind.push(place);
    }
  }
  return {
    codes: [...next.keys()],
    places: [...next.values()],
    branches: Array.from(next, () => null),
    value: first?.value,
  };
}

/** Finds what is behind a branch; the same places are the same branch. */
function follower<V>(): (from: Branch<V>, at: number) => Branch<V> {
  const known = new Map<string, Branch<V>>();
  return (from, at) => {
    const all = reached(from.places[at] ?? []);
    const key = [...all]
      .map((place) => place.id)
      .sort((a, b) => a - b)
      .join();
    const branch = known.get(key) ?? branchOf(all);
    known.set(key, branch);
    from.branches[at] = branch;
    return branch;
  };
}

export interface Lexicon<V> {
  /** The longest known word that begins at a place of a text, with its meaning and where it ends. */
  (text: string, at: number): { readonly end: number; readonly value: V } | null;
  /** The characters that words begin with. */
  readonly starts: readonly string[];
}

/**
 * Patterns of words with their meanings, the first meaning of a word counting; looked up in as many
 * steps as a word has characters. The words are never written out: a pattern may stand for a hundred
 * thousand of them.
 */
export function lexiconOf<V>(patterns: Iterable<readonly [string, V]>): Lexicon<V> {
  let id = 0;
  const make: Maker<V> = (parts) => ({ id: id++, next: [], also: [], ending: null, ...parts });
  const starts: Place<V>[] = [];
  for (const [pattern, value] of patterns) {
    starts.push(placeOf(pattern, make({ ending: { order: starts.length, value } }), make));
  }
  const root = branchOf(reached(starts));
  /** By code: one more than where in the root the character stands. */
  const first = new Uint16Array(0x10000);
  for (const [at, code] of root.codes.entries()) first[code] = at + 1;
  const follow = follower<V>();
  const longest = (text: string, start: number): { end: number; value: V } | null => {
    let at = root;
    let end = start;
    let value: V | undefined;
    for (let i = start; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const leads = at === root ? (first[code] ?? 0) - 1 : at.codes.indexOf(code);
      if (leads < 0) break;
      at = at.branches[leads] ?? follow(at, leads);
      if (at.value === undefined) continue;
      end = i + 1;
      value = at.value;
    }
    return value === undefined ? null : { end, value };
  };
  return Object.assign(longest, {
    starts: root.codes.map((code) => String.fromCharCode(code)),
  });
}
