import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  organChunk,
  pageEnd,
  pageHead,
  sheetChunk,
  unplacedChunk,
} from '../../src/reporters/audit/page.ts';
import {
  type SampleOrgan,
  sampleContext,
  sampleNames,
  sampleOrgan,
  sampleSummary,
} from '../support/auditSample.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';

const hostile = '<img src=x onerror="document.title=\'owned\'"></script>\u202e局';

/** Organs of which the first names, the printed cells and the sentences are hostile. */
function samples(): SampleOrgan[] {
  const made = sampleNames(40).map((name) => sampleOrgan(name));
  const [first] = made;
  if (first === undefined) return made;
  const sheets = first.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell, i) => (i === 0 ? hostile : cell)),
    problems: [{ code: 'line-unread', message: hostile, source: hostile, path: null }],
    findings: sheet.findings.map((finding) => ({ ...finding, message: hostile })),
  }));
  return [{ ...first, sheets, organ: { ...first.organ, organ: hostile } }, ...made.slice(1)];
}

/** Every sheet but that of an organ's first report is in the page. */
function pageOf(organs: readonly SampleOrgan[]): string {
  const [loose] = organs[1]?.organ.reports ?? [];
  return [
    pageHead('zh'),
    ...organs.flatMap(({ organ, findings, sheets }) => [
      organChunk(organ, findings),
      ...sheets.slice(1).map(sheetChunk),
    ]),
    loose === undefined
      ? ''
      : unplacedChunk({ ...loose, source: '扫描件.pdf', organ: null, year: null }, []),
    pageEnd(sampleSummary(organs, 1), sampleContext()),
  ].join('');
}

describe.skipIf(!hasBrowser)('the page in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'giar-page-'));
  const organs = samples();
  const said: string[] = [];
  let browser: Browser;
  let page: Page;

  async function open(html: string, width = 1280): Promise<void> {
    const file = join(folder, 'index.html');
    writeFileSync(file, html);
    const context = await browser.newContext({ viewport: { width, height: 900 }, offline: true });
    page = await context.newPage();
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    page.on('request', (request) => {
      if (!/^(?:file|data):/u.test(request.url())) said.push(request.url());
    });
    await page.goto(pathToFileURL(file).href);
    await page.locator('.rows .row').first().waitFor();
  }

  const told = (): Promise<string> => page.locator('.told').innerText();
  const row = (name: string): Locator => page.locator('.rows .row', { hasText: name });

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterEach(async () => {
    await page.context().close();
    expect(said.splice(0)).toEqual([]);
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it('lists all organs with their verdicts, and the links between the years', async () => {
    await open(pageOf(organs));
    expect(await told()).toBe('共 41 行');
    const [sample] = organs.slice(1);
    const cells = row(sample?.organ.organ ?? '').locator('.cell:not(.none)');
    const signs = { pass: '✓', fail: '✗', 'not-assessable': '?' };
    expect((await cells.allInnerTexts()).map((text) => text[0])).toEqual(
      sample?.organ.reports.map(({ verdict }) => signs[verdict]),
    );
    const links = row(sample?.organ.organ ?? '').locator('.link');
    expect(await links.evaluateAll((all) => all.map((each) => each.className))).toEqual(
      sample?.organ.links.map(({ outcome }) => `link ${outcome}`),
    );
  });

  it('is filtered by rule, by verdict and by text', async () => {
    await open(pageOf(organs));
    const failing = organs.filter(({ findings }) =>
      findings.some(({ ruleId }) => ruleId === 'column-balance'),
    );
    await page.locator('.rules button', { hasText: 'column-balance' }).click();
    expect(await told()).toBe(`41 行中的 ${failing.length} 行`);
    await page.getByRole('button', { name: '清除条件' }).click();
    await page.getByLabel('结论').selectOption('not-assessable');
    const undecided = organs.filter(({ organ }) =>
      organ.reports.some(({ verdict }) => verdict === 'not-assessable'),
    );
    expect(await told()).toBe(`41 行中的 ${undecided.length} 行`);
    expect(await page.locator('.rows .cell.fail:not(.dim)').count()).toBe(0);
    await page.getByRole('button', { name: '清除条件' }).click();
    await page.getByLabel('查找机关').fill('云岭县');
    expect(await told()).toBe('41 行中的 9 行');
    await page.getByLabel('查找机关').fill('没有这个机关');
    expect(await page.locator('.nothing').innerText()).toBe('没有符合条件的机关。');
  });

  it('opens a report with its marked cells and the findings beside them', async () => {
    await open(pageOf(organs));
    const sample = organs.find(
      ({ organ, sheets }) => organ.organ !== hostile && sheets.at(-1)?.findings.length === 2,
    );
    const sheet = sample?.sheets.at(-1);
    await row(sample?.organ.organ ?? '')
      .locator('.cell:not(.none)')
      .last()
      .click();
    const findings = page.locator('.finding .message');
    expect(await findings.allInnerTexts()).toEqual(sheet?.findings.map(({ message }) => message));
    const marked = new Set(sheet?.findings.flatMap(({ cells }) => cells.map(({ cell }) => cell)));
    expect(await page.locator('td.error, td.warning').count()).toBe(marked.size);
    await page.getByRole('button', { name: '在表中查看' }).first().click();
    expect(await page.locator('td.shown').count()).toBe(
      new Set(sheet?.findings[0]?.cells.map(({ cell }) => cell)).size,
    );
    await page.locator('td sup button').first().click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('finding-1');
    expect(await page.locator('svg.chart polyline').count()).toBeGreaterThan(2);
  });

  it('goes back to the row it was left at', async () => {
    await open(pageOf(organs));
    const [name = ''] = organs.slice(-1).map(({ organ }) => organ.organ);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await row(name).waitFor();
    const before = await page.evaluate(() => scrollY);
    await row(name).locator('.name').click();
    await page.getByRole('button', { name: '返回列表' }).click();
    expect(await page.evaluate(() => scrollY)).toBe(before);
    expect(await row(name).isVisible()).toBe(true);
    await page.goBack();
    expect(await page.locator('.organ h1').innerText()).toBe(name);
  });

  it('keeps a way in for the tab key wherever it is scrolled to', async () => {
    await open(pageOf(organs));
    await page.setViewportSize({ width: 1280, height: 200 });
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await row('扫描件.pdf').waitFor();
    await page.getByLabel('排列').focus();
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => document.activeElement?.closest('.rows') !== null);
    expect(focused).toBe(true);
  });

  it('says where the tables of a report are that it does not hold', async () => {
    await open(pageOf(organs));
    const [sample] = organs.slice(1);
    await row(sample?.organ.organ ?? '')
      .locator('.cell:not(.none)')
      .first()
      .click();
    expect(await page.locator('.report .note').innerText()).toBe(
      '本页没有收录这份报告的表格。它的全部发现在同一文件夹的 findings.csv 中，按文件名查找。',
    );
  });

  it('shows hostile names, cells and sentences as what they are', async () => {
    await open(pageOf(organs));
    const shown = hostile.replace('\u202e', '\\u202e');
    expect(await page.locator('.rows .name').first().innerText()).toBe(shown);
    await page.locator('.rows .row').first().locator('.cell:not(.none)').last().click();
    expect(await page.locator('.form td').first().innerText()).toBe(shown);
    expect(await page.locator('ul.problems bdi').allInnerTexts()).toEqual([shown, shown]);
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.title()).toBe(shown);
  });

  it('is used with the keyboard alone', async () => {
    await open(pageOf(organs));
    await page.locator('.rows .name').first().focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'End', 'ArrowLeft', 'ArrowLeft']) {
      await page.keyboard.press(key);
    }
    const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(label).toMatch(/^青川县民政局，2024，/u);
    await page.keyboard.press('Control+End');
    const last = await page.evaluate(() => document.activeElement?.closest('.row')?.textContent);
    expect(last).toContain('扫描件.pdf');
    await page.keyboard.press('Enter');
    expect(await page.locator('.organ h1').innerText()).toBe('扫描件.pdf');
  });

  it('needs no scrolling to the side on a narrow screen', async () => {
    await open(pageOf(organs), 360);
    const width = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBe(360);
    await page.locator('.rows .cell.fail').first().click();
    expect(await width()).toBe(360);
  });

  it('is printed with all its rows', async () => {
    await open(pageOf(organs));
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('.rows .row').count()).toBe(41);
  });

  it('holds ten thousand organs, of which only the rows in view are drawn', async () => {
    const names = sampleNames(10_000);
    const html = [
      pageHead('zh'),
      ...names.map((organ, i) => {
        const { organ: sample, findings } = organs[1 + (i % 39)] ?? { organ: null, findings: [] };
        return sample === null ? '' : organChunk({ ...sample, organ }, findings);
      }),
      pageEnd(sampleSummary(organs), sampleContext()),
    ].join('');
    const start = performance.now();
    await open(html);
    const first = performance.now();
    await page.getByLabel('查找机关').fill(names.at(-1) ?? '');
    expect(await told()).toBe('10000 行中的 1 行');
    const found = performance.now();
    await page.getByRole('button', { name: '清除条件' }).click();
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await row(names.at(-1) ?? '').waitFor();
    const end = performance.now();
    expect(await page.locator('.rows .row').count()).toBeLessThan(120);
    const [drawn, filtered, scrolled] = [first - start, found - first, end - found].map(Math.round);
    console.log(
      `10,000 organs, ${(html.length / 1e6).toFixed(1)} MB: first row ${drawn} ms, filter ${filtered} ms, to the end ${scrolled} ms`,
    );
  });
});
