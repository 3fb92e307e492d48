import { Argument, Command, type Help, InvalidArgumentError, Option } from 'commander';
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import type { Share } from '../audit/share.ts';
import { editions } from '../editions/index.ts';
import { formats } from '../model/document.ts';
import { version } from '../version.ts';
import type { AuditFlags } from './commands/audit.ts';
import { type CheckFlags, check } from './commands/check.ts';
import type { ClaimsFlags } from './commands/claims.ts';
import type { ExtractFlags } from './commands/extract.ts';
import type { RollupFlags } from './commands/rollup.ts';
import type { TemplateFlags } from './commands/template.ts';
import { written } from './kinds.ts';
import { nameIn, namesIn } from './names.ts';
import { withLimit } from './reading.ts';
import type { ExitCode, Shell } from './shell.ts';

const examples = {
  program: ['giar check 年报.docx', 'giar template -o 年报.xlsx', 'giar explain column-balance'],
  check: [
    'giar check 年报.docx',
    'giar check report.json',
    'giar check "reports/*" --quiet',
    'giar check report.json --format json > result.json',
    'cat reports.ndjson | giar check -',
  ],
  audit: [
    'giar audit 年报/',
    'giar audit reports/ --out audit/',
    'giar audit reports.ndjson --workers 4',
  ],
  extract: [
    'giar extract 年报.docx -o report.json',
    'giar extract report.pdf -o tables.xlsx',
    'giar extract page.html | giar check -',
  ],
  claims: ['giar claims 年报.docx', 'giar claims page.html --format csv > claims.csv'],
  rollup: [
    'giar rollup "members/*.docx" -o region.json --organ 云川市人民政府',
    'giar rollup a.json b.docx | giar check -',
  ],
  template: [
    'giar template -o 年报.xlsx',
    'giar template --edition 2021 --format docx -o form.docx',
  ],
  rules: ['giar rules'],
  explain: ['giar explain column-balance'],
  schema: ['giar schema report --edition 2021', 'giar schema result'],
} as const;

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

/** Node holds no text of more than 512 MiB. */
const mostMebibytes = 500;

function wholeNumber(shell: Shell, least: number, most: number): (text: string) => number {
  const { wholeNumber: words } = shell.texts;
  const wanted = words.replace('{least}', String(least)).replace('{most}', String(most));
  return (text) => {
    const fits = /^\d{1,9}$/u.test(text) && Number(text) >= least && Number(text) <= most;
    if (!fits) throw new InvalidArgumentError(wanted);
    return Number(text);
  };
}

/** `2/4`: the second of four shares. */
function shareIn(wanted: string): (text: string) => Share {
  return (text) => {
    const [number = 0, of = 0] = /^\d{1,4}\/\d{1,4}$/u.test(text)
      ? text.split('/').map(Number)
      : [];
    if (number < 1 || number > of) throw new InvalidArgumentError(wanted);
    return { number, of };
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

  prepare(program, examples.program)
    .description(texts.program)
    .version(version, '-V, --version', texts.version)
    .helpCommand('help [command]', texts.helpCommand)
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .addHelpText('after', `\n${wrapped(texts.exitCodes)}\n\n${texts.see}`);

  const readingOptions = (command: Command): Command =>
    command
      .addOption(new Option('--as <format>', texts.as).choices(formats))
      .option('--max-size <MiB>', texts.maxSize, wholeNumber(shell, 1, mostMebibytes), 64)
      .option('--limit <name=number>', texts.limit, withLimit(texts.unknownLimit));

  readingOptions(prepare(program.command('check'), examples.check))
    .description(texts.check)
    .argument('<files...>', texts.files)
    .addOption(
      new Option('-f, --format <format>', texts.format)
        .choices(['terminal', 'json'])
        .default('terminal'),
    )
    .addOption(new Option('-v, --verbose', texts.verbose).conflicts('quiet'))
    .option('-q, --quiet', texts.quiet)
    .option('--previous <file>', texts.previous)
    .option('--max-warnings <n>', texts.maxWarnings, wholeNumber(shell, 0, 1_000_000))
    .addHelpText('after', `\n${wrapped(texts.exitCodes)}`)
    .action(async (files: string[], flags: CheckFlags) => {
      done(await check(files, flags, shell));
    });

  readingOptions(prepare(program.command('audit'), examples.audit))
    .description(texts.audit)
    .argument('<paths...>', texts.auditPaths)
    .addOption(
      new Option('-f, --format <format>', texts.format)
        .choices(['terminal', 'json'])
        .default('terminal'),
    )
    .option('-o, --out <folder>', texts.out)
    .option('--workers <n>', texts.workers, wholeNumber(shell, 1, 256))
    .option('--exclude <pattern>', texts.exclude, (each: string, all: string[] = []) => [
      ...all,
      each,
    ])
    .option('--exclude-from <file>', texts.excludeFrom)
    .option('--members <file>', texts.members)
    .option('--cache <folder>', texts.cache)
    .addOption(
      new Option('--shard <i/n>', texts.shard)
        .argParser(shareIn(texts.shardWanted))
        .conflicts('merge'),
    )
    .option('--merge', texts.merge)
    .addHelpText('after', `\n${wrapped(texts.exitCodes)}`)
    .action(async (paths: string[], flags: AuditFlags) => {
      const { audit } = await import('./commands/audit.ts');
      done(await audit(paths, flags, shell));
    });

  const outputOptions = (command: Command): Command =>
    command
      .option('-o, --output <file>', texts.output)
      .addOption(new Option('-f, --format <format>', texts.outputFormat).choices(written))
      .option('--force', texts.force);

  readingOptions(outputOptions(prepare(program.command('extract'), examples.extract)))
    .description(texts.extract)
    .argument('<file>', texts.extractFile)
    .action(async (file: string, flags: ExtractFlags) => {
      const { extract } = await import('./commands/extract.ts');
      done(await extract(file, flags, shell));
    });

  readingOptions(prepare(program.command('claims'), examples.claims))
    .description(texts.claims)
    .argument('<file>', texts.extractFile)
    .addOption(
      new Option('-f, --format <format>', texts.format)
        .choices(['terminal', 'json', 'csv'])
        .default('terminal'),
    )
    .action(async (file: string, flags: ClaimsFlags) => {
      const { claims } = await import('./commands/claims.ts');
      done(await claims(file, flags, shell));
    });

  readingOptions(outputOptions(prepare(program.command('rollup'), examples.rollup)))
    .description(texts.rollup)
    .argument('<files...>', texts.files)
    .option('--organ <name>', texts.rollupOrgan)
    .option('--year <year>', texts.rollupOwnYear, wholeNumber(shell, 2000, 2099))
    .option('--partial', texts.partial)
    .action(async (files: string[], flags: RollupFlags) => {
      const { rollup } = await import('./commands/rollup.ts');
      done(await rollup(files, flags, shell));
    });

  outputOptions(prepare(program.command('template'), examples.template))
    .description(texts.template)
    .addOption(
      new Option('--edition <edition>', texts.edition)
        .choices(editions.map((edition) => edition.id))
        .default(editions.at(-1)?.id),
    )
    .action(async (flags: TemplateFlags) => {
      const { template } = await import('./commands/template.ts');
      done(await template(flags, shell));
    });

  prepare(program.command('rules'), examples.rules)
    .description(texts.rules)
    .action(async () => {
      const { rules } = await import('./commands/rules.ts');
      done(await rules(shell));
    });

  prepare(program.command('explain'), examples.explain)
    .description(texts.explain)
    .argument('<rule>', texts.rule)
    .action(async (id: string) => {
      const { explain } = await import('./commands/rules.ts');
      done(await explain(id, shell));
    });

  prepare(program.command('schema'), examples.schema)
    .description(texts.schema)
    .addArgument(new Argument('<kind>', texts.kind).choices(['report', 'result', 'members']))
    .addOption(
      new Option('--edition <edition>', texts.edition)
        .choices(editions.map((edition) => edition.id))
        .default(editions.at(-1)?.id),
    )
    .action(async (kind: 'report' | 'result' | 'members', flags: { edition: string }) => {
      const { schema } = await import('./commands/schema.ts');
      done(await schema(kind, flags.edition, shell));
    });
  return program;
}
