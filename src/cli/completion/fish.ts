import type { OptionSpec, ProgramSpec, Value } from './spec.ts';

/** A text between single quotes. */
function quoted(text: string): string {
  return `'${text.replace(/[\\']/gu, (mark) => `\\${mark}`)}'`;
}

function completed({ choices, isFile }: Value): string {
  if (choices.length > 0) return ` -x -a ${quoted(choices.join(' '))}`;
  return isFile ? ' -r -F' : ' -x';
}

function optionPart({ short, long, description, value }: OptionSpec): string {
  const names = `${short === null ? '' : ` -s ${short.slice(1)}`} -l ${long.slice(2)}`;
  return `${names}${value === null ? '' : completed(value)} -d ${quoted(description)}`;
}

/** A script for fish, to be sourced or kept as `~/.config/fish/completions/giar.fish`. */
export function fishScript({ name, options, commands }: ProgramSpec): string {
  const start = `complete -c ${name}`;
  const atFirst = `${start} -n __fish_use_subcommand`;
  const lines = [
    `# fish completion of giar: giar completion fish | source`,
    `${start} -f`,
    ...options.map((option) => atFirst + optionPart(option)),
    ...commands.map((each) => `${atFirst} -a ${each.name} -d ${quoted(each.description)}`),
    ...commands.flatMap((each) => {
      const behind = `${start} -n ${quoted(`__fish_seen_subcommand_from ${each.name}`)}`;
      const { argument } = each;
      const words = argument === null ? [] : [...argument.choices];
      return [
        ...each.options.map((option) => behind + optionPart(option)),
        ...(argument?.isFile === true ? [`${behind} -F`] : []),
        ...(words.length > 0 ? [`${behind} -a ${quoted(words.join(' '))}`] : []),
      ];
    }),
  ];
  return `${lines.join('\n')}\n`;
}
