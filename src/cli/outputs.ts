import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import type { Run, Summary } from '../model/run.ts';
import {
  binaryReporters,
  isReporterName,
  type ReporterName,
  reporterFor,
  reporterNames,
} from '../reporters/index.ts';
import type { Reporter, ReporterContext } from '../reporters/reporter.ts';
import { type Shell, UsageError } from './shell.ts';
import { fileSink, type Sink, stdoutSink, summarySink } from './sinks.ts';

/** A format with the file that it goes to; null for stdout. */
export interface Wanted {
  readonly name: ReporterName;
  readonly file: string | null;
}

/** `json`, or `json=result.json`, added to those named before it. @throws UsageError for a second one to stdout, or no file after `=` */
export function withOutput({
  texts,
}: Shell): (text: string, before?: readonly Wanted[]) => readonly Wanted[] {
  return (text, before = []) => {
    const [, name = '', file = null] = /^([^=]*)(?:=(.*))?$/su.exec(text) ?? [];
    if (!isReporterName(name)) {
      throw new InvalidArgumentError(`Allowed choices are ${reporterNames.join(', ')}.`);
    }
    if (file === '') throw new UsageError(texts.outputsUnnamed.replace('{name}', name));
    const wanted = { name, file: file === '-' ? null : file };
    if (wanted.file === null && before.some((each) => each.file === null)) {
      throw new UsageError(texts.outputsOnScreen.replaceAll('{name}', name));
    }
    return [...before, wanted];
  };
}

/** What a path leads to, as far as it is there. */
async function placeOf(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}

/** @throws UsageError for a file that is written to twice, or that is to be checked */
async function expectApart(
  wanted: readonly Wanted[],
  inputs: readonly (string | Run)[],
  { texts }: Shell,
): Promise<void> {
  const files = wanted.flatMap(({ file }) => (file === null ? [] : [file]));
  if (files.length === 0) return;
  const names = inputs.filter((each) => typeof each === 'string' && each !== '-');
  const read = new Set(await Promise.all(names.map((name) => placeOf(String(name)))));
  const met = new Set<string>();
  for (const file of files) {
    const place = await placeOf(file);
    const text = read.has(place) ? texts.outputsInput : met.has(place) ? texts.outputsTwice : null;
    if (text !== null) throw new UsageError(text.replace('{file}', () => file));
    met.add(place);
  }
}

interface Output {
  readonly reporter: Reporter;
  readonly context: ReporterContext;
  readonly sink: Sink;
}

/** A file is as wide as a terminal usually is, and has no colours. */
const onPaper = { width: 80, isColored: false } as const;

async function outputTo(sink: Sink, name: ReporterName, context: ReporterContext): Promise<Output> {
  return { sink, reporter: await reporterFor(name), context };
}

async function outputsFor(
  wanted: readonly Wanted[],
  context: ReporterContext,
  shell: Shell,
): Promise<Output[]> {
  const outputs: Output[] = [];
  const paper = { ...context, ...onPaper };
  const onScreen = wanted.find(({ file }) => file === null)?.name ?? 'terminal';
  if (binaryReporters.includes(onScreen) && process.stdout.isTTY) {
    throw new UsageError(shell.texts.outputsBinary.replaceAll('{name}', onScreen));
  }
  outputs.push(await outputTo(stdoutSink(shell), onScreen, context));
  const { GITHUB_STEP_SUMMARY: summary = '' } = process.env;
  if (summary !== '' && wanted.some(({ name }) => name === 'github')) {
    outputs.push(await outputTo(summarySink(summary, shell), 'markdown', paper));
  }
  for (const { name, file } of wanted) {
    if (file !== null) outputs.push(await outputTo(await fileSink(file, shell), name, paper));
  }
  return outputs;
}

/** Ends the program as a signal does, but lets it tidy up. */
function untilReleased(): () => void {
  const interrupted = (): void => process.exit(130);
  const terminated = (): void => process.exit(143);
  process.on('SIGINT', interrupted).on('SIGTERM', terminated);
  return () => process.off('SIGINT', interrupted).off('SIGTERM', terminated);
}

/** Everything that a run is written to; files appear together, after everything was written. */
export interface Outputs {
  open(): Promise<void>;
  report(run: Run, index: number): Promise<void>;
  close(summary: Summary): Promise<void>;
  /** Drops what was not shown; to be called whatever happens. */
  release(): Promise<void>;
}

/** @throws UsageError where a file cannot be written to */
export async function openOutputs(
  wanted: readonly Wanted[],
  inputs: readonly (string | Run)[],
  context: ReporterContext,
  shell: Shell,
): Promise<Outputs> {
  await expectApart(wanted, inputs, shell);
  const stop = wanted.some(({ file }) => file !== null) ? untilReleased() : () => {};
  const outputs = await outputsFor(wanted, context, shell);
  return {
    async open() {
      for (const { sink, reporter, context } of outputs) await sink.write(reporter.open(context));
    },
    async report(run, index) {
      for (const { sink, reporter, context } of outputs)
        await sink.write(await reporter.report(run, context, index));
    },
    async close(summary) {
      for (const { sink, reporter, context } of outputs)
        await sink.write(await reporter.close(summary, context));
      for (const { sink } of outputs) await sink.finish();
      for (const { sink } of outputs) await sink.show();
    },
    async release() {
      for (const { sink } of outputs) await sink.drop();
      stop();
    },
  };
}
