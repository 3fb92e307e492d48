/** A label is at most this long; whatever is longer is prose. */
export const longestLabel = 120;

/** Texts that occur are looked up once, up to this many: reports print the same labels, and few others. */
const mostRemembered = 5000;

/** What looking up a text gives, remembered for texts that may be labels. */
export function onceForText<T>(look: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = look(text);
    if (known.size < mostRemembered && text.length <= longestLabel) known.set(text, found);
    return found;
  };
}

/** What looking up a label gives, remembered; `none` for a text that can be no label. */
export function remembered<T>(look: (text: string) => T, none: T): (text: string) => T {
  const once = onceForText(look);
  return (text) => (text === '' || text.length > longestLabel ? none : once(text));
}
