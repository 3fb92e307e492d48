/** Prints rows under a header, the first two columns and the last to the left, figures to the right. */
export function printTable(header: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = header.map((_, i) =>
    Math.max(...[header, ...rows].map((row) => row[i]?.length ?? 0)),
  );
  for (const row of [header, ...rows]) {
    const cells = row.map((cell, i) => {
      const isText = i < 2 || i === header.length - 1;
      return isText ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0);
    });
    console.log(cells.join('  ').trimEnd());
  }
}
