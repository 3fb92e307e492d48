/** Rounds measured, and rounds before them in which nothing is. */
const rounds = 9;
const warmUps = 2;

type Action = () => void | Promise<void>;

export function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** Median time of each action in ms, the actions taking turns; the first rounds are not counted. */
export async function takeTurns<const K extends string>(
  actions: Readonly<Record<K, Action>>,
  times = rounds,
  before = warmUps,
): Promise<Readonly<Record<K, number>>> {
  const names = Object.keys(actions) as K[];
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<
    K,
    number[]
  >;
  for (let round = -before; round < times; round++) {
    for (const name of names) {
      const start = performance.now();
      await actions[name]();
      if (round >= 0) taken[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(taken[name])])) as Record<K, number>;
}

/** A time of so many things, for one of them. */
export function micro(ms: number, count: number): string {
  return `${((ms * 1000) / count).toFixed(1)} µs`;
}

/** Prints a ratio beside its goal. */
export function say(what: string, ratio: number, goal: number): void {
  const verdict = ratio <= goal ? 'met' : 'MISSED';
  console.log(`${what.padEnd(64)} ${ratio.toFixed(2)} × (goal ≤ ${goal} ×: ${verdict})`);
}

/** Prints a ratio that is to be no smaller than its goal. */
export function sayAtLeast(what: string, ratio: number, goal: number): void {
  const verdict = ratio >= goal ? 'met' : 'MISSED';
  console.log(`${what.padEnd(64)} ${ratio.toFixed(2)} × (goal ≥ ${goal} ×: ${verdict})`);
}
