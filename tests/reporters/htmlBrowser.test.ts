import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Run } from '../../src/model/run.ts';
import { htmlReporter } from '../../src/reporters/html/index.ts';
import { failing, passing } from '../cli/records.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { hostileRuns } from '../support/hostileReport.ts';
import { reportedRuns } from '../support/reportedRuns.ts';
import { runRecord } from '../support/runs.ts';

describe.skipIf(!hasBrowser)('the page of a check in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'giar-page-'));
  const said: string[] = [];
  let browser: Browser;

  async function open(runs: readonly Run[], width = 1280): Promise<Page> {
    const { text, end } = await reportedRuns(htmlReporter(), runs, 'zh');
    const file = join(folder, 'report.html');
    writeFileSync(file, text + String(end));
    const viewport = { width, height: 900 };
    const context = await browser.newContext({ viewport, offline: true, javaScriptEnabled: true });
    const page = await context.newPage();
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    page.on('dialog', (dialog) => said.push(dialog.message()));
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) said.push(request.url());
    });
    await page.goto(pathToFileURL(file).href);
    return page;
  }

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it('runs nothing and asks for nothing that a hostile report would have it do', async () => {
    const page = await open(hostileRuns());
    expect(await page.locator('script, img, iframe, [onmouseover], [onerror]').count()).toBe(0);
    expect(said).toEqual([]);
  });

  it('shows the contents above the reports, though they come last', async () => {
    const page = await open([runRecord(failing), runRecord(passing)]);
    const [contents, first] = await Promise.all([
      page.locator('#contents').boundingBox(),
      page.locator('#r1').boundingBox(),
    ]);
    expect(contents?.y).toBeLessThan(first?.y ?? 0);
    const entries = await page.locator('#contents li').allInnerTexts();
    expect(entries.map((entry) => entry.replace(/\s+/gu, ' '))).toEqual([
      '✗ 不通过 上海市静安区人民政府 · 2020 年 错误 3，提示 0 record.json',
      '✓ 通过 测试市人民政府 · 2025 年 错误 0，提示 0 record.json',
    ]);
  });

  it('leads from a marked cell to its finding and back', async () => {
    const page = await open([runRecord(failing)]);
    await page.locator('td.error a').first().click();
    expect(await page.locator('li.finding:target .sign').innerText()).toBe('✗1');
    await page.locator('li.finding:target .links a').click();
    expect(await page.locator('td:target').innerText()).toMatch(/^2109\s+✗1$/u);
  });

  it.each([360, 1280])('needs no scrolling to the side %i pixels wide', async (width) => {
    const page = await open([...hostileRuns(), runRecord(failing)], width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
});
