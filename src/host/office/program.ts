import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names =
  process.platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];

/** Where LibreOffice lies when it is not in the path. */
function usualFolders(): string[] {
  const { platform, env } = process;
  if (platform === 'darwin') return ['/Applications/LibreOffice.app/Contents/MacOS'];
  if (platform !== 'win32')
    return ['/usr/lib/libreoffice/program', '/opt/libreoffice/program', '/snap/bin'];
  return [env.ProgramFiles, env['ProgramFiles(x86)']].flatMap((folder) =>
    folder === undefined ? [] : [join(folder, 'LibreOffice', 'program')],
  );
}

function isRunnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The program LibreOffice: what GIAR_SOFFICE names and nothing else, or the first found; null where there is none. */
export function findOffice(env: NodeJS.ProcessEnv = process.env): string | null {
  const named = env.GIAR_SOFFICE;
  if (named !== undefined && named !== '') return isRunnable(named) ? named : null;
  const path = (env.PATH ?? env.Path ?? '').split(delimiter).filter((folder) => folder !== '');
  const files = [...path, ...usualFolders()].flatMap((folder) =>
    names.map((name) => join(folder, name)),
  );
  return files.find(isRunnable) ?? null;
}
