import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say, takeTurns } from './turns.ts';

function start(args: readonly string[]): () => void {
  return () => {
    spawnSync(process.execPath, args, { stdio: 'ignore' });
  };
}

const check = (path: string) => start(['bin/giar.cjs', 'check', `fixtures/reports/${path}`]);

/** Starts of the program, against that of an empty one. */
export async function measureStart(): Promise<void> {
  const node = start(['-e', '0']);
  const json = await takeTurns(
    {
      node,
      passes: check('testcity-2025/report.json'),
      fails: check('jingan-2020/report.json'),
    },
    30,
  );
  say('giar check, a report that passes / node -e 0', json.passes / json.node, 1.6);
  say('giar check, a report that fails / node -e 0', json.fails / json.node, 1.6);
  const documents = await takeTurns({
    html: check('yunchuan-2023/report.html'),
    docx: check('yunchuan-2023/report.docx'),
    xlsx: check('yunchuan-2023/report.xlsx'),
    pdf: check('yunchuan-2023/report.pdf'),
  });
  const walls = Object.entries(documents).map(([format, ms]) => `${format} ${ms.toFixed(0)} ms`);
  console.log(`giar check of one document, the whole program: ${walls.join(', ')}`);
}

function peak(file: string): number {
  const script =
    `process.argv=['node','giar','check',${JSON.stringify(file)},'-q'];` +
    "process.stdout.write=()=>true;require('./bin/load.cjs').load().main(process.argv.slice(2))" +
    '.then(()=>process.stderr.write(String(process.resourceUsage().maxRSS)))';
  return Number(spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' }).stderr);
}

/** Memory for many records, against that for a fifth of them. */
export function measureMemory(texts: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'giar-bench-'));
  const times = 5;
  try {
    const [few = 0, many = 0] = [1, times].map((copies) => {
      const file = join(folder, `${copies}.ndjson`);
      writeFileSync(file, '');
      for (let i = 0; i < copies; i++) writeFileSync(file, `${texts.join('\n')}\n`, { flag: 'a' });
      return peak(file);
    });
    const [less, more] = [texts.length, texts.length * times];
    console.log(
      `peak memory ${Math.round(few / 1024)} MiB for ${less}, ${Math.round(many / 1024)} MiB for ${more} reports`,
    );
    say(`peak memory, ${more} reports / ${less} reports`, many / few, 1.3);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
