import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export const settingsName = 'giar.config.json';
export const waiversName = 'giar.waivers.json';

/** Options of the commands that obey settings; `config` is false for --no-config. */
export interface SettingsFlags {
  readonly config?: string | boolean;
  readonly waivers?: string;
}

/** The files that settings and waivers are read from; null where there is none. */
export interface SettingsFiles {
  readonly config: string | null;
  readonly waivers: string | null;
}

/** A path as it is shown: seen from the working folder. */
export function shown(path: string): string {
  return relative('.', path) || '.';
}

function orNull(path: string): string | null {
  return existsSync(path) ? shown(path) : null;
}

/** The nearest folder, from the working folder upwards, that has settings or waivers. */
function nearestFolder(): string | null {
  for (let folder = resolve('.'); ; folder = dirname(folder)) {
    if ([settingsName, waiversName].some((name) => existsSync(join(folder, name)))) return folder;
    if (dirname(folder) === folder) return null;
  }
}

/** Settings that are named, else the nearest ones; waivers that are named, else those beside the settings. */
export function settingsFiles({ config, waivers }: SettingsFlags): SettingsFiles {
  if (config === false) return { config: null, waivers: waivers ?? null };
  const folder = typeof config === 'string' ? dirname(resolve(config)) : nearestFolder();
  if (folder === null) return { config: null, waivers: waivers ?? null };
  return {
    config: typeof config === 'string' ? config : orNull(join(folder, settingsName)),
    waivers: waivers ?? orNull(join(folder, waiversName)),
  };
}

/** Where a list of waivers is begun: beside the settings, else in the working folder. */
export function waiversToWrite(flags: SettingsFlags): string {
  const { config, waivers } = settingsFiles(flags);
  return waivers ?? (config === null ? waiversName : shown(join(dirname(config), waiversName)));
}
