import {
  accessSync,
  constants,
  lstatSync,
  readdirSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { sep } from 'node:path';
import type { Indexed, ReadIndex } from '../../audit/indexCsv.ts';
import { namedBy } from '../../audit/named.ts';
import { byText } from '../../audit/records.ts';
import { type Problem, problem } from '../../model/problem.ts';
import { fileProblem } from '../files.ts';
import { indexAt, pathOf } from './indexed.ts';
import type { FileToRead } from './tasks.ts';

/** What was found below the paths named. */
export interface Found extends FileToRead {
  readonly size: number;
  readonly modified: number;
  readonly changed: number;
}

export interface Search {
  readonly files: readonly Found[];
  /** Files of kinds that hold no report. */
  readonly leftAside: number;
  readonly problems: readonly Problem[];
}

/** Endings of what a report may be in; in folders other files are left aside. */
const endings =
  /\.(?:json|ndjson|jsonl|html?|xhtml|mht|mhtml|docx|docm|xlsx|xlsm|pdf|txt|md|markdown|csv|tsv|docx?|wps|xls|et|rtf|odt|ods)$/iu;
/** What this program writes itself. */
const own =
  /(?:^|\/)(?:giar\.(?:members|config|waivers)\.json|members\.csv|[\w-]+\.schema\.json)$/u;

/** What an audit writes to a folder. */
const results = [
  'audit.json',
  'cells.parquet',
  'findings.csv',
  'findings.ndjson',
  'index.html',
  'organs.ndjson',
  'records.ndjson',
];

/** The files of a folder that an audit wrote; there may be reports beside them. */
function resultsIn(names: readonly string[]): ReadonlySet<string> {
  const isResult = ['audit.json', 'organs.ndjson', 'records.ndjson'];
  return new Set(isResult.every((name) => names.includes(name)) ? results : []);
}

const slash = Buffer.from('/');

/** Bytes that are no UTF-8 are shown as `\xE4`. */
function shown(path: Buffer): string {
  const text = path.toString('utf8');
  if (Buffer.from(text, 'utf8').equals(path))
    return sep === '\\' ? text.replaceAll('\\', '/') : text;
  return [...path]
    .map((byte) =>
      byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16).toUpperCase()}`,
    )
    .join('');
}

/** Why a file that an index lists is not read; null for a regular file. */
function unlisted(found: Stats): { zh: string; en: string } | null {
  if (found.isDirectory()) return { zh: '是文件夹', en: 'is a folder' };
  return found.isFile() ? null : { zh: '不是普通文件', en: 'is no regular file' };
}

/** A search below folders: links are followed, but never into a folder twice. */
class Walk {
  readonly files: Found[] = [];
  readonly problems: Problem[] = [];
  leftAside = 0;
  /** Paths of indexes, which are no reports. */
  readonly indexes = new Set<string>();
  private readonly seen = new Set<string>();
  private readonly isExcluded: (path: string, isFolder: boolean) => boolean;

  constructor(isExcluded: (path: string, isFolder: boolean) => boolean) {
    this.isExcluded = isExcluded;
  }

  private refuse(error: unknown, name: string): void {
    this.problems.push(fileProblem(error, name));
  }

  /** The files that an index lists; what is wrong with one is told where the index lists it. */
  follow(index: string, { rows, problems }: ReadIndex): void {
    this.indexes.add(index);
    this.problems.push(...problems);
    const listed = new Map<string, string>();
    for (const row of rows) {
      const { file, place } = row;
      const path = pathOf(row, index);
      const other = listed.get(path);
      if (other !== undefined) this.problems.push(problem('index-twice', { file, other }, place));
      else if (!this.isExcluded(path, false)) this.list(path, row);
      listed.set(path, other ?? place);
    }
  }

  private list(path: string, row: Indexed): void {
    const { file, organ, year, place } = row;
    try {
      const found = statSync(path);
      const reason = unlisted(found);
      if (reason !== null) {
        this.problems.push(problem('index-unread', { file, reason }, place));
        return;
      }
      accessSync(path, constants.R_OK);
      const name = shown(Buffer.from(path));
      const own = namedBy(name);
      const named = {
        organ: organ ?? own.organ,
        year: year ?? own.year,
        said: { organ, year, place },
      };
      const { size, mtimeMs: modified, ctimeMs: changed } = found;
      this.files.push({ path: Buffer.from(path), name, named, size, modified, changed });
    } catch (error) {
      const { code, args } = fileProblem(error, place);
      const reason =
        code === 'file-missing'
          ? { zh: '找不到', en: 'is not there' }
          : { zh: `无法读取（${args.reason}）`, en: `cannot be read (${args.reason})` };
      this.problems.push(problem('index-unread', { file, reason }, place));
    }
  }

  /** @param isNamed by the user, and so read whatever its name is */
  take(path: Buffer, isNamed: boolean): void {
    const name = shown(path);
    try {
      const found = statSync(path);
      const { size, mtimeMs: modified, ctimeMs: changed } = found;
      // Nobody may ever write to a pipe, and a device may have no end.
      if (!found.isFile()) return void this.problems.push(problem('file-special', {}, name));
      accessSync(path, constants.R_OK);
      if (!isNamed && (!endings.test(name) || own.test(name))) this.leftAside++;
      else this.files.push({ path, name, named: namedBy(name), size, modified, changed });
    } catch (error) {
      this.refuse(error, name);
    }
  }

  /** @param isLink not the folder itself, but something that leads to it */
  enter(folder: Buffer, isLink: boolean): void {
    const name = shown(folder);
    try {
      const real = realpathSync(folder, 'buffer');
      const key = real.toString('latin1');
      if (this.seen.has(key)) {
        // A folder that is named twice, or below another one, is read once and no matter.
        if (isLink) this.problems.push(problem('folder-again', {}, name));
        return;
      }
      this.seen.add(key);
      const entries = readdirSync(folder, { withFileTypes: true, encoding: 'buffer' });
      const written = resultsIn(entries.map((entry) => entry.name.toString('latin1')));
      entries.sort((a, b) => Buffer.compare(a.name, b.name));
      for (const entry of entries) {
        if (entry.name[0] === 0x2e) continue;
        if (written.has(entry.name.toString('latin1'))) {
          this.leftAside++;
          continue;
        }
        const path = Buffer.concat([folder, slash, entry.name]);
        const target = entry.isSymbolicLink() ? this.targetOf(path) : entry;
        if (target === null) continue;
        const isFolder = target.isDirectory();
        if (this.isExcluded(shown(path), isFolder)) continue;
        if (isFolder) this.enter(path, entry.isSymbolicLink());
        else if (target.isFile()) this.take(path, false);
        else this.leftAside++;
      }
    } catch (error) {
      this.refuse(error, name);
    }
  }

  private targetOf(path: Buffer) {
    try {
      return statSync(path);
    } catch (error) {
      this.refuse(error, shown(path));
      return null;
    }
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function exists(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

async function filesLike(pattern: string): Promise<readonly string[]> {
  const { glob } = await import('tinyglobby');
  return (await glob(pattern, { expandDirectories: false, onlyFiles: false })).sort();
}

const trailing = /(?<=.)\/+$/u;

/**
 * The files below the paths named, each once, in the order of their paths by bytes: folders are
 * searched, patterns expanded, indexes followed. A link that leads into a folder already searched is a problem.
 */
export async function findFiles(
  paths: readonly string[],
  isExcluded: (path: string, isFolder: boolean) => boolean,
  maxBytes: number,
): Promise<Search> {
  const walk = new Walk(isExcluded);
  for (const path of paths) {
    const isPattern = /[*?[\]{}]/u.test(path) && !exists(path);
    const named = isPattern ? await filesLike(path) : [path];
    if (named.length === 0) walk.problems.push(problem('pattern-unmatched', {}, path));
    for (const each of named) {
      const index = await indexAt(each, maxBytes);
      if (index !== null) walk.follow(each, index);
      else if (isFolder(each)) walk.enter(Buffer.from(each.replace(trailing, '')), false);
      else walk.take(Buffer.from(each), true);
    }
  }
  const byPath = new Map<string, Found>();
  for (const file of walk.files) {
    const key = Buffer.from(file.path).toString('latin1');
    const isListed = (byPath.get(key)?.named.said ?? null) !== null;
    if (!isListed && !walk.indexes.has(file.name)) byPath.set(key, file);
  }
  const files = [...byPath.values()].sort((a, b) => byText(a.name, b.name));
  return { files, leftAside: walk.leftAside, problems: walk.problems };
}
