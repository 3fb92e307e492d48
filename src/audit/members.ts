import { problem } from '../model/problem.ts';
import { readCsv } from '../readers/csv.ts';
import { jsonSource } from '../readers/json.ts';
import { looksLikeJson } from '../readers/looksLikeJson.ts';
import type { ReadOptions } from '../readers/reader.ts';
import { decodeText } from '../readers/text.ts';
import { manifestProblems, type ReadManifest } from './manifest.ts';
import { membersInGrid } from './membersCsv.ts';
import { membersInJson } from './membersJson.ts';

async function manifestIn(bytes: Uint8Array, options: ReadOptions): Promise<ReadManifest> {
  const { source } = options;
  const manifest = { regions: [] };
  const text = decodeText(bytes)?.replace(/^\ufeff/u, '') ?? null;
  if (text === null) return { manifest, problems: [problem('encoding-unknown', {}, source)] };
  if (text.trim() === '') return { manifest, problems: [problem('file-empty', {}, source)] };
  if (looksLikeJson(bytes, source)) return membersInJson(jsonSource(source, text));
  const document = await readCsv(bytes, options);
  return 'code' in document ? { manifest, problems: [document] } : membersInGrid(document);
}

/** Bytes of `members.csv` or `giar.members.json` → the manifest, and whatever is wrong with it. */
export async function readMembers(bytes: Uint8Array, options: ReadOptions): Promise<ReadManifest> {
  const read = await manifestIn(bytes, options);
  return { ...read, problems: [...read.problems, ...manifestProblems(read.manifest)] };
}
