import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the peers in Node.js have in common: finding the reports and parsing them, and nothing of the checks. */

const most = 1 << 20;
const newline = 10;
const decoder = new TextDecoder('utf-8', { fatal: true });

function* inLines(path) {
  const file = openSync(path, 'r');
  const chunk = Buffer.allocUnsafe(most);
  let rest = Buffer.alloc(0);
  for (;;) {
    const length = readSync(file, chunk, 0, most, null);
    if (length === 0) break;
    const whole =
      rest.length === 0
        ? chunk.subarray(0, length)
        : Buffer.concat([rest, chunk.subarray(0, length)]);
    let start = 0;
    for (let end = whole.indexOf(newline); end >= 0; end = whole.indexOf(newline, start)) {
      yield JSON.parse(decoder.decode(whole.subarray(start, end)));
      start = end + 1;
    }
    rest = Buffer.from(whole.subarray(start));
  }
  closeSync(file);
  if (rest.length > 0) yield JSON.parse(decoder.decode(rest));
}

function* inFolder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* inFolder(path);
    else if (entry.name.endsWith('.json')) yield JSON.parse(decoder.decode(readFileSync(path)));
  }
}

/** The reports of NDJSON files and of folders of `.json` files, one at a time. */
export function* reportsOf(paths) {
  for (const path of paths) yield* statSync(path).isDirectory() ? inFolder(path) : inLines(path);
}

/** The forms as the generator lays them out, by edition: which lines there are, which of them are added up. */
export function formsOf(layoutFile) {
  const { editions } = JSON.parse(readFileSync(layoutFile, 'utf8'));
  return new Map(editions.map(({ edition, lines }) => [edition, formOf(lines)]));
}

function formOf(lines) {
  const requests = lines.filter(({ table }) => table === 'requests');
  const results = requests.filter(
    ({ path }) => path.startsWith('handled.') && path !== 'handled.total',
  );
  const cases = lines.filter(({ table }) => table === 'reconsiderationAndLitigation');
  return { requests, results, cases };
}

/** The figures of a line of a report, in the printed order. */
export function figuresOf(report, { table, path, columns }) {
  let at = report.tables[table];
  for (const key of path.split('.')) at = at[key];
  return Array.isArray(at) ? at : columns.map((column) => at[column]);
}

/** The command line of a peer: `--layout FILE`, `--threads N`, paths. */
export function argumentsOf(argv) {
  const paths = [];
  const flags = { layout: '', threads: '1' };
  for (let i = 0; i < argv.length; i++) {
    const name = argv[i].replace(/^--/u, '');
    if (name !== argv[i] && name in flags) flags[name] = argv[++i] ?? '';
    else paths.push(argv[i]);
  }
  return { ...flags, paths };
}
