import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { edition2019 } from '../src/editions/2019.ts';
import { edition2021 } from '../src/editions/2021.ts';
import { run } from '../src/engine/run.ts';
import { formOf } from '../src/model/form.ts';
import type { Report } from '../src/model/report.ts';
import { checkDocument } from '../src/pipeline.ts';
import { rules } from '../src/rules/index.ts';
import { balancedValues, drawFrom, recordOf } from '../tests/support/generate.ts';

/**
 * Ratios, measured in one run on the same data with rounds that take turns, so that a busy machine
 * slows both sides alike. Nothing here is a test: it prints what it saw.
 */
const reports = 10_000;
const rounds = 9;
const draw = drawFrom(2024);
const sentence =
  '本年度认真贯彻落实政府信息公开条例，主动公开各类政府信息，依法办理公开申请，持续加强平台建设与监督保障。';

/** About 7 KB; one report in ten has one wrong cell. */
function line(index: number): string {
  const edition = index % 2 === 0 ? edition2019 : edition2021;
  const form = formOf(edition);
  const values = balancedValues(edition, draw);
  if (index % 10 === 0) {
    const cells = form.cells.filter(
      (cell) => cell.line.table.id === 'requests' && !cell.line.optional,
    );
    const cell = cells[draw(cells.length - 1)];
    if (cell !== undefined) values[cell.index] = (values[cell.index] ?? 0) + 1;
  }
  const record = recordOf(form, values, index % 2 === 0 ? 2020 : 2023);
  return JSON.stringify({ ...record, text: { overview: sentence.repeat(32) } });
}

function median(times: number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** Median time of each action in ms, the actions taking turns. */
function takeTurns<K extends string>(
  actions: Record<K, () => void>,
  times = rounds,
): Record<K, number> {
  const names = Object.keys(actions) as K[];
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<
    K,
    number[]
  >;
  for (let round = 0; round < times + 2; round++) {
    for (const name of names) {
      const start = performance.now();
      actions[name]();
      if (round >= 2) taken[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(taken[name])])) as Record<K, number>;
}

function say(what: string, ratio: number, goal: number): void {
  const verdict = ratio <= goal ? 'met' : 'MISSED';
  console.log(`${what.padEnd(64)} ${ratio.toFixed(2)} × (goal ≤ ${goal} ×: ${verdict})`);
}

const texts = Array.from({ length: reports }, (_, i) => line(i));
const encoded = texts.map((text) => new TextEncoder().encode(text));
const bytes = encoded.reduce((sum, each) => sum + each.length, 0);
console.log(
  `${reports} reports, ${Math.round(bytes / reports)} bytes each, Node ${process.version}`,
);

const decoder = new TextDecoder('utf-8', { fatal: true });
let sink = 0;
const whole = takeTurns({
  floor: () => {
    for (const each of encoded) sink += JSON.parse(decoder.decode(each)).year;
  },
  giar: () => {
    for (const each of encoded) sink += checkDocument(each, 'bench').length;
  },
});
// A tenth of the reports: kept in memory, all of them would measure the garbage collector.
const some = texts.slice(0, reports / 10);
const bound: Report[] = some.flatMap((each) =>
  checkDocument(each, 'bench').flatMap((checked) =>
    'report' in checked && checked.report !== null ? [checked.report] : [],
  ),
);
const alone = takeTurns(
  {
    parse: () => {
      for (const text of some) sink += JSON.parse(text).year;
    },
    rules: () => {
      for (const report of bound) sink += run(report, rules).findings.length;
    },
  },
  rounds * 10,
);
const micro = (ms: number, count: number): string => `${((ms * 1000) / count).toFixed(1)} µs`;
console.log(
  `a report: decode + JSON.parse ${micro(whole.floor, reports)}, whole ${micro(whole.giar, reports)}`,
);
say('decode + parse + validate + rules / decode + JSON.parse', whole.giar / whole.floor, 1.4);
console.log(
  `a report: JSON.parse ${micro(alone.parse, some.length)}, rules ${micro(alone.rules, some.length)}`,
);
say('rules alone / JSON.parse', alone.rules / alone.parse, 0.5);

const folder = mkdtempSync(join(tmpdir(), 'giar-bench-'));
try {
  const start = (args: string[]) => () => {
    spawnSync(process.execPath, args, { stdio: 'ignore' });
  };
  const check = (name: string) =>
    start(['bin/giar.cjs', 'check', `fixtures/reports/${name}/report.json`]);
  const cold = takeTurns(
    { node: start(['-e', '0']), passes: check('testcity-2025'), fails: check('jingan-2020') },
    30,
  );
  say('giar check, a report that passes / node -e 0', cold.passes / cold.node, 1.6);
  say('giar check, a report that fails / node -e 0', cold.fails / cold.node, 1.6);

  const peak = (count: number): number => {
    const file = join(folder, `${count}.ndjson`);
    writeFileSync(file, '');
    for (let i = 0; i < count; i += reports)
      writeFileSync(file, `${texts.join('\n')}\n`, { flag: 'a' });
    const script =
      `process.argv=['node','giar','check',${JSON.stringify(file)},'-q'];` +
      "process.stdout.write=()=>true;require('./bin/load.cjs').load().main(process.argv.slice(2))" +
      '.then(()=>process.stderr.write(String(process.resourceUsage().maxRSS)))';
    return Number(spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' }).stderr);
  };
  const [few, many] = [peak(reports), peak(reports * 5)];
  console.log(
    `peak memory ${Math.round(few / 1024)} MiB for ${reports}, ${Math.round(many / 1024)} MiB for ${reports * 5} reports`,
  );
  say(`peak memory, ${reports * 5} reports / ${reports} reports`, many / few, 1.3);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = Number.isNaN(sink) ? 1 : 0;
