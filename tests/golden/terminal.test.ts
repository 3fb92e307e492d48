import stringWidth from 'fast-string-width';
import { describe, expect, it } from 'vitest';
import { terminalReporter } from '../../src/reporters/terminal/index.ts';
import { type JsonObject, passing, warned } from '../cli/records.ts';
import { reported } from './reported.ts';
import { jingan, list, many, totals } from './reports.ts';

const layouts = (['zh', 'en'] as const).flatMap((lang) =>
  ([80, 160] as const).map((width) => ({ lang, width })),
);
const reports: Readonly<Record<string, JsonObject>> = { jingan, many, totals, list };
const normal = Object.keys(reports).flatMap((name) =>
  layouts.map((layout) => ({ ...layout, name, detail: 'normal' as const })),
);
const verbose = layouts.map((layout) => ({
  ...layout,
  name: 'jingan',
  detail: 'verbose' as const,
}));

describe('the terminal report', () => {
  it.each([...normal, ...verbose])(
    'of $name in $lang, $detail, $width columns wide, is that of the golden file, and fits',
    async ({ name, lang, width, detail }) => {
      const report = { [`${name}.json`]: reports[name] ?? {} };
      const text = await reported(terminalReporter, report, { lang, width, detail });
      await expect(text).toMatchFileSnapshot(`terminal/${name}.${detail}.${lang}.${width}.txt`);
      expect(text.split('\n').filter((line) => stringWidth(line) > width)).toEqual([]);
    },
  );
  it.each(['zh', 'en'] as const)('of several files in %s ends with their sum', async (lang) => {
    const files = { 'pass.json': passing, 'broken.json': {}, 'warn.json': warned };
    const text = await reported(terminalReporter, files, { lang, width: 80, detail: 'normal' });
    await expect(text).toMatchFileSnapshot(`terminal/several.normal.${lang}.80.txt`);
  });
  it.each([40, 60, 100])(
    'is laid out %i columns wide without a table falling apart',
    async (width) => {
      const files = { 'many.json': many };
      const text = await reported(terminalReporter, files, { lang: 'zh', width, detail: 'normal' });
      const rows = text.split('\n').filter((line) => /^[│┌├└]/u.test(line));
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) {
        expect(row).toMatch(/[│┐┤┘]$/u);
        expect(row).not.toContain('…');
      }
    },
  );
});
