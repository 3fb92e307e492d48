/** What a spreadsheet takes for the beginning of a formula, with the full-width forms. */
const formula = /^[=+\-@＝＋－＠\t\r]/u;

/** A signed figure, or a mark of dashes for `none`: harmless, and meant as it is printed. */
const harmless = /^[+\-＋－][\d０-９,，]+(?:[.．][\d０-９]+)?$|^[-－]+$/u;

/**
 * A text as a field. What a spreadsheet would run as a formula gets a tab before it: the text is then
 * shown and not run, and comes back as it was from a reader that trims cells, as this program does.
 */
export function csvField(text: string): string {
  const safe = formula.test(text) && !harmless.test(text) ? `\t${text}` : text;
  return /[",\t\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
