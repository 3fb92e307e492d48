import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Debian and others put the browser; none is ever fetched. */
const executablePath = ['chromium', 'chromium-browser', 'google-chrome']
  .map((name) => `/usr/bin/${name}`)
  .find((path) => existsSync(path));

export const hasBrowser = executablePath !== undefined;

/** @throws where no browser is installed */
export function launchBrowser(): Promise<Browser> {
  if (executablePath === undefined) throw new Error('no browser is installed');
  // A browser run by root refuses to start with a sandbox.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args });
}
