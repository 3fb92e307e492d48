/** A round number that is not below `most`, and the steps up to it, at most five. */
export function ticksOf(most: number): number[] {
  const least = Math.max(1, most) / 5;
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((each) => each * power >= least) ?? 10;
  const step = Math.max(1, factor * power);
  return Array.from({ length: Math.ceil(Math.max(1, most) / step) + 1 }, (_, i) => i * step);
}

/** Neighbouring places that have a value, together: a line is not drawn over what nobody knows. */
export function stretches<T>(
  values: readonly (T | null)[],
): (readonly [index: number, value: T])[][] {
  const found: (readonly [number, T])[][] = [];
  let isOpen = false;
  for (const [i, value] of values.entries()) {
    if (value === null) {
      isOpen = false;
      continue;
    }
    if (!isOpen) found.push([]);
    found.at(-1)?.push([i, value]);
    isOpen = true;
  }
  return found;
}
