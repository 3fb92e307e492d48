import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readReport } from '../../src/documents.ts';
import { run } from '../../src/engine/run.ts';
import { convertWithOffice } from '../../src/host/office.ts';
import { equationsOf } from '../../src/pipeline.ts';
import { readPdf, withPdfData } from '../../src/readers/pdf.ts';
import { defaultLimits } from '../../src/readers/reader.ts';
import { rules } from '../../src/rules/index.ts';
import { floors } from './floors.ts';
import { micro, say, takeTurns } from './turns.ts';

type Format = keyof typeof floors;

interface Goal {
  readonly format: Format;
  readonly floor: string;
  readonly most: number;
  /** How often each document is read in a round: so often that the rounds before the first count leave compiled code. */
  readonly times: number;
}

const goals: readonly Goal[] = [
  { format: 'html', floor: 'parse5', most: 2, times: 100 },
  { format: 'docx', floor: 'unzip + saxes', most: 2, times: 8 },
  { format: 'xlsx', floor: 'unzip + saxes', most: 2, times: 12 },
  { format: 'pdf', floor: 'text by pdfjs', most: 1.3, times: 1 },
];

const maps = 'node_modules/pdfjs-dist/cmaps';
const host = { readPdf, convert: convertWithOffice };
let sink = 0;

async function check(bytes: Uint8Array, format: Format): Promise<void> {
  const options = { source: 'bench', limits: defaultLimits };
  const read = await readReport(bytes, format, options, host, equationsOf);
  // Reading the prose is measured apart.
  sink += 'code' in read ? 1 : run(read, rules).findings.length;
}

async function measure(
  what: string,
  files: readonly string[],
  { format, floor, most, times }: Goal,
): Promise<void> {
  if (files.length === 0) return;
  const documents = files.map((file) => new Uint8Array(readFileSync(file)));
  const least = documents.map(floors[format]);
  const again = async (each: () => void | Promise<void>) => {
    for (let i = 0; i < times; i++) await each();
  };
  const taken = await takeTurns({
    floor: async () => {
      for (const each of least) await again(each);
    },
    giar: async () => {
      for (const bytes of documents) await again(() => check(bytes, format));
    },
  });
  const reads = files.length * times;
  const name = `${format.toUpperCase()}, ${what}`;
  console.log(
    `${name}: ${floor} ${micro(taken.floor, reads)}, whole ${micro(taken.giar, reads)} a document`,
  );
  say(`${name}, bytes to verdict / ${floor}`, taken.giar / taken.floor, most);
}

const made = 'fixtures/reports';
/** Real reports beside the checkout, where there are any. */
const real = '../shared/corpus/raw';

function filesIn(folder: string, format: Format): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(`.${format}`))
    .map((name) => join(folder, name));
}

/** Documents from bytes to verdict, against the parser of their format and nothing else. */
export async function measureDocuments(): Promise<void> {
  withPdfData(async (_, name) => new Uint8Array(await readFile(join(maps, name))));
  for (const goal of goals) {
    const folders = readdirSync(made).map((name) => join(made, name));
    const own = folders.flatMap((folder) => filesIn(folder, goal.format));
    await measure('made reports', own, goal);
    await measure('real reports', filesIn(real, goal.format), goal);
  }
  if (Number.isNaN(sink)) throw new Error('no findings could be counted');
}
