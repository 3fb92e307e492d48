/** Draws the pictures of the README, docs/screens, in a browser: npm run build, then npm run screens. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchBrowser } from '../tests/support/browser.ts';

const report = 'fixtures/reports/jingan-2020/report.json';
const folder = 'docs/screens';

function pageOf(lang: string, path: string): void {
  const args = ['check', report, '--lang', lang, '--quiet', '--format', `html=${path}`];
  try {
    execFileSync(process.execPath, ['bin/giar.cjs', ...args], { stdio: 'ignore' });
  } catch {
    // The report is wrong, which is the point of it: exit code 1.
  }
}

mkdirSync(folder, { recursive: true });
const made = mkdtempSync(join(tmpdir(), 'giar-screens-'));
const browser = await launchBrowser();
try {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 1180 },
    deviceScaleFactor: 0.75,
  });
  for (const lang of ['en', 'zh']) {
    const path = join(made, `${lang}.html`);
    pageOf(lang, path);
    await page.goto(pathToFileURL(path).href);
    await page.screenshot({ path: join(folder, `page.${lang}.png`) });
  }
} finally {
  await browser.close();
  rmSync(made, { recursive: true, force: true });
}
