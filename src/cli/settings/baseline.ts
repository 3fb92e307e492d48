import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { isSame } from '../../engine/policy/subject.ts';
import { entriesAbout } from '../../engine/policy/waivers.ts';
import { verdictOf } from '../../engine/verdict.ts';
import { visible } from '../../messages/visible.ts';
import type { Policy } from '../../model/policy.ts';
import type { Run } from '../../model/run.ts';
import type { WaiverEntry } from '../../model/waiver.ts';
import { settled } from '../../pipeline.ts';
import type { WrittenWaiver } from '../../settings/index.ts';
import { putNamed } from '../commands/output.ts';
import { type Shell, UsageError } from '../shell.ts';
import { waiversIn, wholePath } from './settled.ts';

export interface BaselineFlags {
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
}

/** What every run goes through before it is reported. */
export interface Gate {
  pass(run: Run): Run;
  /** Tells, and writes, what was accepted. */
  close(): Promise<void>;
}

function filled(words: string, file: string, n: number): string {
  return `giar: ${words.replace('{file}', () => visible(file)).replace('{n}', String(n))}`;
}

/** Waivers of reports that were not looked at are no warnings, but a slip in a name would make them so. */
function tellElsewhere(policy: Policy, seen: ReadonlySet<WaiverEntry>, shell: Shell): void {
  const left = policy.waivers.filter((entry) => !seen.has(entry)).length;
  if (left > 0) shell.tell(filled(shell.texts.waiversElsewhere, '', left));
}

/** Waivers alone. */
function plainGate(policy: Policy, shell: Shell): Gate {
  const seen = new Set<WaiverEntry>();
  return {
    pass(run) {
      if (run.report !== null) {
        for (const each of entriesAbout(run.report, policy.waivers, policy.folder)) seen.add(each);
      }
      return settled(run, policy);
    },
    close: async () => tellElsewhere(policy, seen, shell),
  };
}

function acceptedBy({ findings }: Run, entries: readonly WaiverEntry[]): number {
  const own = new Set(entries.map(({ waiver }) => waiver));
  return findings.filter(({ waiver }) => waiver !== null && own.has(waiver)).length;
}

async function baselineIn(path: string, shell: Shell): Promise<readonly WaiverEntry[]> {
  const { isBaseline, waivers } = await waiversIn(path, shell);
  if (isBaseline) return waivers;
  throw new UsageError(shell.texts.baselineOther.replace('{file}', () => visible(path)));
}

/** Findings of a baseline are accepted besides those that are waived. */
async function baselineGate(path: string, policy: Policy, shell: Shell): Promise<Gate> {
  if (!existsSync(path)) {
    throw new UsageError(shell.texts.baselineMissing.replace('{file}', () => visible(path)));
  }
  const entries = await baselineIn(path, shell);
  const both = { ...policy, waivers: [...policy.waivers, ...entries] };
  let accepted = 0;
  return {
    pass(run) {
      const own = settled(run, both);
      accepted += acceptedBy(own, entries);
      return own;
    },
    close: async () => shell.tell(filled(shell.texts.baselineAccepted, path, accepted)),
  };
}

/** What the list says of a finding already, so that its reason stays; else a new waiver. */
function waiverOf(
  made: WrittenWaiver,
  old: readonly WaiverEntry[],
): Pick<WrittenWaiver, 'reason' | 'by' | 'until'> {
  const subject = { cells: made.cells ?? {}, details: made.details ?? {} };
  const known = old.find((each) => each.rule === made.rule && isSame(each, subject));
  if (known === undefined) return made;
  const { reason, by, until } = known.waiver;
  return { reason, ...(by === null ? {} : { by }), ...(until === null ? {} : { until }) };
}

/** A run with all its findings accepted by a list. */
function withAll(run: Run, waivers: readonly WrittenWaiver[], path: string): Run {
  let next = 0;
  const findings = run.findings.map((finding) => {
    if (finding.waiver !== null) return finding;
    const { reason = '', by = null, until = null } = waivers[next++] ?? {};
    const place = { source: path, at: null, line: null };
    return { ...finding, waiver: { reason, by, until, place } };
  });
  return { ...run, findings, verdict: verdictOf(findings, run.problems, run.coverage) };
}

/** All findings that nobody waived are accepted and written to the baseline, in place of what it said of their reports. */
async function newBaselineGate(path: string, policy: Policy, shell: Shell): Promise<Gate> {
  const { baselineText, waiverFor, writtenAs } = await import('../../settings/index.ts');
  const folders = { list: wholePath(dirname(path)), sources: policy.folder };
  const reason = shell.texts.baselineReason.replace('{today}', shell.today());
  const old = existsSync(path) ? await baselineIn(path, shell) : [];
  const replaced = new Set<WaiverEntry>();
  const written = new Map<string, WrittenWaiver>();
  let accepted = 0;
  return {
    pass(run) {
      const own = settled(run, policy);
      const { report } = own;
      if (report === null) return own;
      const about = entriesAbout(report, old, policy.folder);
      for (const entry of about) replaced.add(entry);
      const open = own.findings.filter(({ waiver }) => waiver === null);
      const waivers = open.map((finding) => {
        const made = waiverFor(report, finding, folders, { reason });
        return { ...made, ...waiverOf(made, about) };
      });
      for (const each of waivers) written.set(JSON.stringify(each), each);
      accepted += open.length;
      return withAll(own, waivers, path);
    },
    async close() {
      const kept = old.filter((entry) => !replaced.has(entry));
      const all = [...kept.map((entry) => writtenAs(entry, folders.list)), ...written.values()];
      await putNamed(path, baselineText(all), true, shell);
      shell.tell(filled(shell.texts.baselineWritten, path, accepted));
    },
  };
}

/** What the runs of a check go through. @throws UsageError for a baseline that is not there or is none */
export async function gateFor(
  policy: Policy,
  { baseline, updateBaseline = false }: BaselineFlags,
  shell: Shell,
): Promise<Gate> {
  if (baseline === undefined) {
    if (updateBaseline) throw new UsageError(shell.texts.baselineWanted);
    return plainGate(policy, shell);
  }
  return updateBaseline
    ? newBaselineGate(baseline, policy, shell)
    : baselineGate(baseline, policy, shell);
}
