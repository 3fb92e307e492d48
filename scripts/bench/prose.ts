import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'parse5';
import { readReport } from '../../src/documents.ts';
import { run } from '../../src/engine/run.ts';
import { convertWithOffice } from '../../src/host/office.ts';
import { equationsOf } from '../../src/pipeline.ts';
import { readProse } from '../../src/prose/read.ts';
import { readPdf } from '../../src/readers/pdf.ts';
import { defaultLimits } from '../../src/readers/reader.ts';
import { rules } from '../../src/rules/index.ts';
import { micro, say, takeTurns } from './turns.ts';

const page = 'fixtures/reports/yunchuan-2023/report.html';
const invented = 'tests/prose/invented';
const characters = 15_000;
const times = 20;

/** Paragraphs of made-up reports, so many that they have 15,000 characters. */
function paragraphs(): string[] {
  const found: string[] = [];
  let length = 0;
  for (const name of readdirSync(invented).sort()) {
    const report: { paragraphs: { text: string }[] } = JSON.parse(
      readFileSync(`${invented}/${name}`, 'utf8'),
    );
    for (const { text } of report.paragraphs) {
      if (length >= characters) return found;
      found.push(text);
      length += text.length;
    }
  }
  return found;
}

/** A report with its tables and 15,000 characters of prose: reading the prose, against parsing the page. */
export async function measureProse(): Promise<void> {
  const prose = paragraphs().map((text) => `<p>${text}</p>`);
  const html = readFileSync(page, 'utf8').replace(
    /<body[^>]*>/iu,
    (body) => body + prose.join('\n'),
  );
  const bytes = new TextEncoder().encode(html);
  const options = { source: 'bench', limits: defaultLimits };
  const host = { readPdf, convert: convertWithOffice };
  const report = await readReport(bytes, 'html', options, host, equationsOf);
  if ('code' in report) throw new Error(report.code);
  const said = report.passages.reduce((sum, { text }) => sum + text.length, 0);
  const about = rules.filter(({ id }) => id.startsWith('prose-'));
  let sink = 0;
  const taken = await takeTurns({
    floor: () => {
      for (let i = 0; i < times; i++) sink += parse(html).childNodes.length;
    },
    giar: () => {
      for (let i = 0; i < times; i++) {
        const read = { ...report, prose: readProse(report) };
        for (const rule of about) sink += rule.find?.(read).length ?? 0;
      }
    },
  });
  const { figures, claims } = readProse(report);
  console.log(
    `prose of ${said} characters, ${figures.length} figures, ${claims.length} claims: parse5 ${micro(taken.floor, times)}, prose and its rules ${micro(taken.giar, times)} (${sink > 0 ? run(report, []).checks.length : 0} checks in the tables)`,
  );
  say('claims and prose rules / parse5 on the same page', taken.giar / taken.floor, 1);
}
