import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { giar } from './giar.ts';
import { auditReport } from './reports.ts';

const root = mkdtempSync(join(tmpdir(), 'giar-disk-'));
const disk = join(root, 'disk');
mkdirSync(disk);
/** A disk of 1 MiB, which takes rights to make. */
const isMounted =
  process.platform === 'linux' &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]).status === 0;

afterAll(() => {
  if (isMounted) spawnSync('umount', [disk]);
  rmSync(root, { recursive: true, force: true });
});

const audit = (...args: string[]) =>
  giar(['audit', ...args, '--lang', 'en'], { cwd: root, timeout: 60_000 });

function write(name: string, organs: number): void {
  const lines = Array.from({ length: organs }, (_, i) =>
    auditReport(`某市第${i}局`, 2022, 7 + i, 0, 4),
  );
  writeFileSync(join(root, name), `${lines.join('\n')}\n`);
}

const contents = () =>
  readdirSync(join(disk, 'out')).map((name) => [
    name,
    readFileSync(join(disk, 'out', name), 'utf8'),
  ]);

describe('a full disk', () => {
  const onDisk = isMounted ? it : it.skip;

  onDisk('is told, with exit code 2, and leaves the earlier result and no drafts', () => {
    write('few.ndjson', 3);
    write('many.ndjson', 2_000);
    expect(audit('few.ndjson', '--out', 'disk/out').code).toBe(0);
    const before = contents();
    const ran = audit('many.ndjson', '--out', 'disk/out');
    expect([ran.code, ran.err]).toEqual([
      2,
      'giar: disk/out cannot be written (ENOSPC: no space left on device, write)\n',
    ]);
    expect(ran.out).toContain('2000 reports of 2000 organs in 1 file\n');
    expect(contents()).toEqual(before);
  });

  onDisk('under the cache costs only time', () => {
    write('many.ndjson', 2_000);
    const ran = audit('many.ndjson', '--cache', 'disk/cache');
    expect([ran.code, ran.err]).toEqual([
      0,
      'giar: disk/cache cannot be written (ENOSPC: no space left on device, write)\n',
    ]);
    rmSync(join(disk, 'cache'), { recursive: true });
  });
});
