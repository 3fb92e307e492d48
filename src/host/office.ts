import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Converted } from '../documents.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { OfficeFormat } from '../readers/format.ts';
import type { ReadOptions } from '../readers/reader.ts';
import { profileSettings } from './office/profile.ts';
import { findOffice } from './office/program.ts';
import { type Outcome, runProgram, sizeOf } from './office/run.ts';

/** For each format that is converted, the filter that reads it and the format it becomes. */
const conversions = {
  doc: { filter: 'MS Word 97', becomes: 'docx' },
  wps: { filter: 'MS Word 97', becomes: 'docx' },
  rtf: { filter: 'Rich Text Format', becomes: 'docx' },
  odt: { filter: 'writer8', becomes: 'docx' },
  xls: { filter: 'MS Excel 97', becomes: 'xlsx' },
  et: { filter: 'MS Excel 97', becomes: 'xlsx' },
  ods: { filter: 'calc8', becomes: 'xlsx' },
} as const satisfies Readonly<
  Record<OfficeFormat, { filter: string; becomes: Converted['format'] }>
>;
const extensions: Partial<Record<OfficeFormat, string>> = { wps: 'doc', et: 'xls' };

const failures = {
  failed: { zh: 'LibreOffice 无法打开', en: 'LibreOffice cannot open it' },
  done: { zh: 'LibreOffice 没有转换出内容', en: 'LibreOffice made nothing of it' },
};

function argumentsFor(folder: string, input: string, format: OfficeFormat): string[] {
  const { filter, becomes } = conversions[format];
  return [
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
    '--headless',
    '--norestore',
    '--nologo',
    '--nodefault',
    '--nolockcheck',
    '--nofirststartwizard',
    `--infilter=${filter}`,
    '--convert-to',
    becomes,
    '--outdir',
    join(folder, 'output'),
    input,
  ];
}

function refusal(outcome: Outcome, format: OfficeFormat, { source, limits }: ReadOptions): Problem {
  if (outcome === 'timeout') {
    return problem('reader-timeout', { seconds: String(limits.seconds) }, source);
  }
  if (outcome === 'too-large') {
    const what = { zh: '转换后的文件', en: 'the converted file is' };
    return problem('document-too-large', { what, limit: `${limits.unpackedBytes} B` }, source);
  }
  const reason = failures[outcome];
  return problem('document-broken', { format: format.toUpperCase(), reason }, source);
}

async function convertIn(
  folder: string,
  program: string,
  bytes: Uint8Array,
  format: OfficeFormat,
  options: ReadOptions,
): Promise<Converted | Problem> {
  const { seconds, unpackedBytes } = options.limits;
  const { becomes } = conversions[format];
  const input = join(folder, `report.${extensions[format] ?? format}`);
  const output = join(folder, 'output');
  await mkdir(join(folder, 'profile', 'user'), { recursive: true });
  await mkdir(output);
  await writeFile(join(folder, 'profile', 'user', 'registrymodifications.xcu'), profileSettings());
  await writeFile(input, bytes);
  const limit = { seconds, bytes: unpackedBytes };
  const outcome = await runProgram(
    program,
    argumentsFor(folder, input, format),
    folder,
    output,
    limit,
  );
  if (outcome !== 'done') return refusal(outcome, format, options);
  if ((await sizeOf(output)) > unpackedBytes) return refusal('too-large', format, options);
  const converted = await readFile(join(output, `report.${becomes}`)).catch(() => null);
  if (converted === null || converted.length === 0) return refusal('done', format, options);
  return { bytes: new Uint8Array(converted), format: becomes };
}

/** A folder that a scanner or an ending process still holds is no reason to lose what was read. */
async function removed(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(
    () => {},
  );
}

/**
 * Converts an older or foreign document with LibreOffice, in a temporary folder that is removed
 * again, with a fresh profile: no macros, no network. A problem where LibreOffice is not
 * installed, fails, makes nothing, takes longer than `limits.seconds` or writes more than
 * `limits.unpackedBytes`.
 */
export async function convertWithOffice(
  bytes: Uint8Array,
  format: OfficeFormat,
  options: ReadOptions,
): Promise<Converted | Problem> {
  const program = findOffice();
  if (program === null) {
    return problem('reader-missing', { format: format.toUpperCase() }, options.source);
  }
  let folder: string | null = null;
  try {
    folder = await mkdtemp(join(tmpdir(), 'giar-office-'));
    return await convertIn(folder, program, bytes, format, options);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return problem('document-broken', { format: format.toUpperCase(), reason }, options.source);
  } finally {
    if (folder !== null) await removed(folder);
  }
}
