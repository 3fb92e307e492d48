import { readFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { placedProblem } from '../../messages/problems.ts';
import { visible } from '../../messages/visible.ts';
import { noPolicy, type Policy } from '../../model/policy.ts';
import type { Problem } from '../../model/problem.ts';
import { defaultLimits } from '../../readers/reader.ts';
import { rules } from '../../rules/index.ts';
import type { ReadSettings, ReadWaivers } from '../../settings/index.ts';
import type { ReadingFlags } from '../reading.ts';
import { type Shell, UsageError } from '../shell.ts';
import { cliTexts } from '../texts.ts';
import { type SettingsFlags, settingsFiles } from './find.ts';

export const ruleIds: readonly string[] = rules.map(({ id }) => id);

/** A folder as policies have it: its whole path, parted by `/`. */
export function wholePath(folder: string): string {
  return resolve(folder).split(sep).join('/');
}

/** @throws UsageError with the first of the problems; the others are told before */
export function refuse(problems: readonly Problem[], shell: Shell): never {
  const [first, ...more] = problems;
  for (const each of more) shell.tell(placedProblem(each, shell.lang));
  throw new UsageError(first === undefined ? '' : placedProblem(first, shell.lang));
}

async function bytesOf(path: string, { texts }: Shell): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    throw new UsageError(texts.unreadable.replace('{file}', () => visible(path)));
  }
}

function isRefused<T extends object>(read: T | readonly Problem[]): read is readonly Problem[] {
  return Array.isArray(read);
}

async function settingsIn(path: string | null, shell: Shell): Promise<ReadSettings | null> {
  if (path === null) return null;
  const { readSettings } = await import('../../settings/index.ts');
  const known = { rules: ruleIds, limits: Object.keys(defaultLimits) };
  const folder = wholePath(dirname(path));
  const read = readSettings(await bytesOf(path, shell), path, folder, known);
  return isRefused(read) ? refuse(read, shell) : read;
}

/** A list of waivers. @throws UsageError where it cannot be read or something in it is wrong */
export async function waiversIn(path: string, shell: Shell): Promise<ReadWaivers> {
  const { readWaivers } = await import('../../settings/index.ts');
  const folder = wholePath(dirname(path));
  const read = readWaivers(await bytesOf(path, shell), path, folder, ruleIds);
  return isRefused(read) ? refuse(read, shell) : read;
}

/** What is settled for a command: how findings are taken, and what its flags left open. */
export interface Settled<F> {
  readonly policy: Policy;
  readonly flags: F;
  /** In the language of the settings, unless another was asked for. */
  readonly shell: Shell;
}

type Flags = SettingsFlags & ReadingFlags & { readonly maxWarnings?: number };

/** What is settled for a command; its flags go before the settings. @throws UsageError for settings that are wrong */
export async function settledFor<F extends Flags>(given: F, shell: Shell): Promise<Settled<F>> {
  const files = settingsFiles(given);
  const today = shell.today();
  const read = await settingsIn(files.config, shell);
  const waivers = files.waivers === null ? [] : (await waiversIn(files.waivers, shell)).waivers;
  const folder = wholePath('.');
  if (read === null)
    return { policy: { ...noPolicy(today), folder, waivers }, flags: given, shell };
  const { settings, lang, maxSize, limit, maxWarnings } = read;
  const flags = {
    ...(maxSize === null ? {} : { maxSize }),
    ...(maxWarnings === null ? {} : { maxWarnings }),
    ...given,
    limit: { ...limit, ...given.limit },
  };
  const own =
    lang === null || shell.isLangAsked ? shell : { ...shell, lang, texts: cliTexts[lang] };
  return { policy: { folder, settings, waivers, today }, flags, shell: own };
}
