import { readFileSync, statSync } from 'node:fs';
import { batchOf, keyOf, organBatchOf, recordsIn } from '../../audit/batch.ts';
import { unpacked } from '../../audit/packed.ts';
import { partRecordsIn, type WrongRecord } from '../../audit/partRecords.ts';
import type { AuditRecord } from '../../audit/records.ts';
import { isWithin, organIn } from '../../audit/share.ts';
import { audited, cellsOf, type Telling, toolsFor } from '../../auditing.ts';
import { problem } from '../../model/problem.ts';
import type { Run } from '../../model/run.ts';
import { checkDocument, settled, unreadable } from '../../pipeline.ts';
import { looksLikeJson } from '../../readers/looksLikeJson.ts';
import { isBlank, isNdjson } from '../../readers/ndjson.ts';
import { type FileReading, runFile, runOfChecked, tooLarge } from '../files.ts';
import { loosePieces, noPieces, piecesOf } from './pieces.ts';
import type { Answer, FileToRead, Settings, Task } from './tasks.ts';

const newline = 0x0a;

function readingOf({ maxBytes, format, limits }: Settings): FileReading {
  return { maxBytes, format, limits, previous: null };
}

/** Where nothing is written, nothing is shown of a finding but that it is there. */
function tellingOf({ lang, wantsPage, wantsRecords }: Settings): Telling {
  return { lang, isCounted: !wantsPage && !wantsRecords };
}

/** Up to this size a file is read at once, which takes a tenth of the time of a stream. */
const small = 2 ** 20;

/** The bytes of a small file that holds one report as JSON; null for any other, and for one that cannot be read. */
function smallRecord(path: Uint8Array, name: string, settings: Settings): Uint8Array | null {
  const { format, maxBytes } = settings;
  if ((format !== null && format !== 'json') || !/\.json$/iu.test(name)) return null;
  try {
    const file = Buffer.from(path);
    const found = statSync(file);
    if (!found.isFile() || found.size > Math.min(small, maxBytes)) return null;
    const bytes = readFileSync(file);
    return bytes.length > small || isNdjson(bytes, name) || !looksLikeJson(bytes, name)
      ? null
      : bytes;
  } catch {
    return null;
  }
}

async function filesRead(files: readonly FileToRead[], settings: Settings): Promise<AuditRecord[]> {
  const records: AuditRecord[] = [];
  for (const { path, name, named } of files) {
    let line = 0;
    const keep = (run: Run) =>
      records.push(
        audited(
          settled(run, settings.policy),
          { file: name, line: line++ },
          named,
          tellingOf(settings),
        ),
      );
    try {
      const bytes = smallRecord(path, name, settings);
      if (bytes !== null) {
        for (const checked of checkDocument(bytes, name)) keep(await runOfChecked(checked));
      } else for await (const run of runFile(path, name, readingOf(settings))) keep(run);
    } catch (error) {
      // A defect, which must not take the other files with it.
      const reason = error instanceof Error ? error.message : String(error);
      keep(unreadable(name, [problem('rule-threw', { rule: 'reading', reason }, name)]));
    }
  }
  return records;
}

/** The line belongs to the share that is asked for: told by its organ, else by its number. */
function isShared(text: Uint8Array, line: number, { share }: Settings): boolean {
  if (share === null) return true;
  const organ = organIn(text);
  return organ === null ? isWithin(share, String(line)) : isWithin(share, organ);
}

/** Lines of NDJSON without waiting for anything: most of them are right. */
async function linesRead(
  { file, bytes, firstLine, isDivided }: Extract<Task, { kind: 'lines' }>,
  settings: Settings,
): Promise<AuditRecord[]> {
  const records: AuditRecord[] = [];
  const keep = (run: Run, line: number) =>
    records.push(
      audited(
        settled(run, settings.policy),
        { file: file.name, line },
        file.named,
        tellingOf(settings),
      ),
    );
  // A buffer finds a byte several times faster than an array does.
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let start = 0;
  for (let line = firstLine; start < bytes.length; line++) {
    const found = buffer.indexOf(newline, start);
    const end = found === -1 ? bytes.length : found;
    const text = bytes.subarray(start, end);
    start = end + 1;
    if (isDivided && !isShared(text, line, settings)) continue;
    if (text.length > settings.maxBytes) {
      keep(tooLarge(`${file.name}:${line}`, settings.maxBytes), line);
    } else if (!isBlank(text)) {
      for (const checked of checkDocument(text, file.name, line)) {
        keep('misfit' in checked ? await runOfChecked(checked) : checked, line);
      }
    }
  }
  return records;
}

const decoder = new TextDecoder();

async function recordsFor(
  task: Exclude<Task, { kind: 'organs' }>,
  settings: Settings,
): Promise<readonly AuditRecord[] | WrongRecord> {
  switch (task.kind) {
    case 'files':
      return filesRead(task.files, settings);
    case 'lines':
      return linesRead(task, settings);
    case 'refused': {
      const { file, line, problem: refused } = task;
      const order = { file: file.name, line };
      return [
        audited(unreadable(refused.source, [refused]), order, file.named, tellingOf(settings)),
      ];
    }
    case 'records':
      return task.places === null
        ? recordsIn(decoder.decode(task.bytes))
        : partRecordsIn(decoder.decode(task.bytes), task.places, cellsOf);
  }
}

/** What a thread does. */
export async function answer(task: Task, settings: Settings): Promise<Answer> {
  const { lang, wantsPage, wantsRecords } = settings;
  if (task.kind !== 'organs') {
    const records = await recordsFor(task, settings);
    if ('place' in records) return { kind: 'wrong', wrong: records };
    const page = wantsPage ? loosePieces(records) : noPieces;
    return { kind: 'batch', batch: batchOf(records, { wantsRecords, wantsPage, lang }), page };
  }
  const records = task.bytes.flatMap(unpacked);
  const { audits, ...batch } = organBatchOf(
    records,
    toolsFor(lang, settings.policy, !wantsPage),
    settings,
  );
  const named = audits.filter(({ organ }) => settings.members.has(keyOf(organ.organ)));
  const shown = audits.filter(({ organ }) => !settings.regions.has(keyOf(organ.organ)));
  return { kind: 'organs', batch, page: wantsPage ? piecesOf(shown) : noPieces, named };
}
