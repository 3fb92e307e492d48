import { writeFileSync } from 'node:fs';
import type { Language } from '../src/model/words.ts';
import {
  organChunk,
  pageEnd,
  pageHead,
  sheetChunk,
  unplacedChunk,
} from '../src/reporters/audit/page.ts';
import {
  sampleContext,
  sampleNames,
  sampleOrgan,
  sampleSummary,
} from '../tests/support/auditSample.ts';

/** Writes a page of invented organs, to look at: `npx tsx scripts/auditPage.ts FILE [ORGANS] [zh|en]`. */
const [file = 'index.html', count = '60', language] = process.argv.slice(2);
const lang: Language = language === 'en' ? 'en' : 'zh';
const organs = sampleNames(Number(count)).map((name) => sampleOrgan(name, lang));
const loose = organs[0]?.organ.reports.slice(0, 2) ?? [];
const chunks = [
  pageHead(lang),
  ...organs.flatMap(({ organ, findings, sheets }) => [
    organChunk(organ, findings),
    ...sheets.slice(1).map(sheetChunk),
  ]),
  ...loose.map((report, i) =>
    unplacedChunk(
      {
        ...report,
        source: `下载/${report.source}`,
        organ: null,
        year: i === 0 ? null : report.year,
      },
      [],
    ),
  ),
  pageEnd(sampleSummary(organs, loose.length), sampleContext(lang)),
];
writeFileSync(file, chunks.join(''));
