import type { Argument, Command, Option } from 'commander';

/** What may stand behind an option, or as an argument: one of some words, the name of a file, or anything. */
export interface Value {
  readonly name: string;
  readonly choices: readonly string[];
  readonly isFile: boolean;
}

export interface OptionSpec {
  readonly short: string | null;
  readonly long: string;
  readonly description: string;
  /** null of an option that stands alone. */
  readonly value: Value | null;
}

export interface CommandSpec {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionSpec[];
  /** null of a command without arguments; the last one may be repeated. */
  readonly argument: Value | null;
}

/** The program as a shell has to know it. */
export interface ProgramSpec {
  readonly name: string;
  readonly options: readonly OptionSpec[];
  readonly commands: readonly CommandSpec[];
}

/** Words for values that commander is told nothing of, by the name of the argument or option. */
export type Known = Readonly<Record<string, readonly string[]>>;

const files = ['file', 'files', 'folder', 'paths', 'pattern', 'a', 'b'];

function valueFor(name: string, choices: readonly string[] | undefined, known: Known): Value {
  const words = choices ?? (Object.hasOwn(known, name) ? (known[name] ?? []) : []);
  return { name, choices: words, isFile: words.length === 0 && files.includes(name) };
}

/** `format` of `-f, --format <format>` */
function valueName({ flags }: Option): string {
  return /[<[]([\w=|/-]+)/u.exec(flags)?.[1] ?? '';
}

function optionOf(option: Option, known: Known): OptionSpec {
  const { short, long, description, required, optional, argChoices } = option;
  return {
    short: short ?? null,
    long: long ?? '',
    description,
    value: required || optional ? valueFor(valueName(option), argChoices, known) : null,
  };
}

function argumentOf(argument: Argument | undefined, known: Known): Value | null {
  return argument === undefined ? null : valueFor(argument.name(), argument.argChoices, known);
}

function optionsOf(command: Command, known: Known): OptionSpec[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .map((option) => optionOf(option, known));
}

/** The commands of a program with their options, in the order of its help. */
export function specOf(program: Command, known: Known): ProgramSpec {
  const shown = program.createHelp().visibleCommands(program);
  const names = shown.map((command) => command.name());
  return {
    name: program.name(),
    options: optionsOf(program, known),
    commands: shown.map((command) => ({
      name: command.name(),
      description: command.description(),
      options: optionsOf(command, known),
      argument: argumentOf(command.registeredArguments[0], { ...known, command: names }),
    })),
  };
}
