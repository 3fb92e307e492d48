import { Command, type Help, Option } from 'commander';
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { formats } from '../model/document.ts';
import { version } from '../version.ts';
import { declareAnnotate } from './declare/annotate.ts';
import { declareAudit } from './declare/audit.ts';
import { declareCheck } from './declare/check.ts';
import { declareClaims } from './declare/claims.ts';
import { declareCompletion } from './declare/completion.ts';
import { declareDiff } from './declare/diff.ts';
import { declareExplain } from './declare/explain.ts';
import { declareExtract } from './declare/extract.ts';
import type { Kit } from './declare/kit.ts';
import { declareRollup } from './declare/rollup.ts';
import { declareRules } from './declare/rules.ts';
import { declareSchema } from './declare/schema.ts';
import { declareSelftest } from './declare/selftest.ts';
import { declareTemplate } from './declare/template.ts';
import { declareWaive } from './declare/waive.ts';
import { written } from './kinds.ts';
import { nameIn, namesIn } from './names.ts';
import { usualSize, withLimit } from './reading.ts';
import type { ExitCode, Shell } from './shell.ts';
import { wholeNumber } from './values.ts';

const examples = [
  'giar check 年报.docx',
  'giar template -o 年报.xlsx',
  'giar explain column-balance',
] as const;

/** Commander's own headings, said in the reader's language. */
function helpIn(shell: Shell): Partial<Help> {
  const { titles, default: standard, choices } = shell.texts;
  const names: Readonly<Record<string, string>> = titles;
  return {
    helpWidth: shell.width,
    displayWidth: stringWidth,
    boxWrap: (text, width) => wrapAnsi(text, width, { hard: true }),
    styleUsage: (text) => namesIn(shell.texts, text),
    styleOptionTerm: (text) => namesIn(shell.texts, text),
    styleSubcommandTerm: (text) => namesIn(shell.texts, text),
    styleArgumentTerm: (text) => nameIn(shell.texts, text),
    styleTitle: (title) => title.replace(/^\w+/u, (word) => names[word] ?? word),
    styleOptionDescription: (text) =>
      text.replace('(choices:', `(${choices}:`).replace(/([(,] ?)default:/u, `$1${standard}:`),
    styleArgumentDescription: (text) => text.replace('(choices:', `(${choices}:`),
  };
}

/** In the order in which the help lists them. */
const commands = [
  declareCheck,
  declareAnnotate,
  declareAudit,
  declareExtract,
  declareClaims,
  declareDiff,
  declareSelftest,
  declareRollup,
  declareTemplate,
  declareWaive,
  declareRules,
  declareExplain,
  declareSchema,
  declareCompletion,
] as const;

/** Node holds no text of more than 512 MiB. */
const mostMebibytes = 500;

/** Options that several commands have. */
function optionsFor(
  shell: Shell,
): Pick<Kit, 'readingOptions' | 'outputOptions' | 'settingsOptions'> {
  const { texts } = shell;
  return {
    readingOptions: (command) =>
      command
        .addOption(new Option('--as <format>', texts.as).choices(formats))
        .option(
          '--max-size <MiB>',
          // No default of its own, so that settings may give one.
          `${texts.maxSize} (${texts.default}: ${usualSize})`,
          wholeNumber(shell, 1, mostMebibytes),
        )
        .option('--limit <name=number>', texts.limit, withLimit(texts.unknownLimit)),
    settingsOptions: (command) =>
      command
        .option('--config <file>', texts.config)
        .option('--no-config', texts.noConfig)
        .option('--waivers <file>', texts.waivers),
    outputOptions: (command) =>
      command
        .option('-o, --output <file>', texts.output)
        .addOption(new Option('-f, --format <format>', texts.outputFormat).choices(written))
        .option('--force', texts.force),
  };
}

/**
 * The command line of giar. Each command loads what it needs when it is called, and hands its exit
 * code to `done`.
 */
export function programFor(shell: Shell, done: (code: ExitCode) => void): Command {
  const { texts } = shell;
  const program = new Command('giar');
  const languageOption = () => new Option('--lang <zh|en>', texts.lang).choices(['zh', 'en']);
  const wrapped = (text: string): string => wrapAnsi(text, shell.width, { hard: true });
  const after = (lines: readonly string[]): string =>
    `\n${texts.examples}:\n${lines.map((line) => `  ${line}`).join('\n')}`;
  const prepare = (command: Command, lines: readonly string[]): Command =>
    command
      .configureHelp(helpIn(shell))
      .helpOption('-h, --help', texts.help)
      .addOption(languageOption())
      .addHelpText('after', after(lines));

  prepare(program, examples)
    .description(texts.program)
    .version(version, '-V, --version', texts.version)
    .helpCommand('help [command]', texts.helpCommand)
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .addHelpText('after', `\n${wrapped(texts.exitCodes)}\n\n${texts.see}`);

  const kit: Kit = { shell, done, prepare, wrapped, ...optionsFor(shell) };
  for (const declare of commands) declare(program, kit);
  return program;
}
