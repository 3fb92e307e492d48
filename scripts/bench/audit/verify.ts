import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { AuditFinding } from '../../../src/model/audit.ts';
import type { TruthLine } from './write.ts';

/** How findings compare with the truth: what was not found, and what was found that is not there. */
export interface Comparison {
  readonly expected: number;
  readonly missed: readonly string[];
  readonly invented: readonly string[];
  /** Findings of the right kind that name another file or line. */
  readonly misplaced: readonly string[];
}

type Told = Pick<AuditFinding, 'organ' | 'year' | 'ruleId' | 'severity' | 'at' | 'source'>;

function keyOf(truth: TruthLine): string {
  const { organ, year, rule, severity, table, row, column } = truth;
  const place = rule === 'stale-copy' ? [] : [table, row, column];
  return [organ, year, rule, severity, ...place].join(' ');
}

function truthFor({ organ, year, ruleId, severity, at }: Told): string {
  const place = ruleId === 'stale-copy' ? [] : [at.table, at.row, at.column];
  return [organ, year, ruleId, severity, ...place].join(' ');
}

async function* linesOf(path: string): AsyncGenerator<string> {
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (line !== '') yield line;
  }
}

/** A source as giar tells it: the line of an NDJSON file, or a file of the tree. */
function isAt(source: string, { line, file }: TruthLine): boolean {
  const name = source.replaceAll('\\', '/');
  return name.endsWith(`.ndjson:${line}`) || name === file || name.endsWith(`/${file}`);
}

/** Compares `findings.ndjson` with `truth.ndjson`; only the rules named, or all. */
export async function compareFindings(
  findings: string,
  truth: string,
  rules: ReadonlySet<string> | null = null,
): Promise<Comparison> {
  const open = new Map<string, TruthLine>();
  for await (const text of linesOf(truth)) {
    const line: TruthLine = JSON.parse(text);
    if (rules === null || rules.has(line.rule)) open.set(keyOf(line), line);
  }
  const expected = open.size;
  const invented: string[] = [];
  const misplaced: string[] = [];
  for await (const text of linesOf(findings)) {
    const told: Told = JSON.parse(text);
    if (rules !== null && !rules.has(told.ruleId)) continue;
    const key = truthFor(told);
    const line = open.get(key);
    if (line === undefined) invented.push(`${key} (${told.source})`);
    else if (!isAt(told.source, line)) misplaced.push(`${key} (${told.source})`);
    open.delete(key);
  }
  return { expected, missed: [...open.keys()], invented, misplaced };
}
