import type { CommandSpec, OptionSpec, ProgramSpec, Value } from './spec.ts';

/** A text between single quotes. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A text in which brackets and colons mean nothing. */
function plain(text: string): string {
  return text.replace(/[[\]:\\]/gu, (mark) => `\\${mark}`);
}

function completed({ name, choices, isFile }: Value): string {
  const what = choices.length > 0 ? `(${choices.join(' ')})` : isFile ? '_files' : ' ';
  return `:${plain(name)}:${what}`;
}

function optionLine({ short, long, description, value }: OptionSpec): string {
  const said = `[${plain(description)}]${value === null ? '' : completed(value)}`;
  // An option may be repeated; those that may not are told so by the program.
  return short === null ? quoted(`*${long}${said}`) : `'*'{${short},${long}}${quoted(said)}`;
}

function commandCase({ name, options, argument }: CommandSpec): string {
  const own = options.map(optionLine);
  const lines = argument === null ? own : [...own, quoted(`*${completed(argument)}`)];
  return `    ${name}) _arguments ${lines.join(' \\\n      ')} ;;`;
}

/** A script for zsh, to be sourced or to lie as \`_giar\` in a folder of \`fpath\`. */
export function zshScript(spec: ProgramSpec): string {
  const commands = spec.commands.map(({ name, description }) =>
    quoted(`${name}:${plain(description)}`),
  );
  return `#compdef ${spec.name}
# zsh completion of giar: source <(giar completion zsh)
_giar() {
  local state line
  local -a commands
  commands=(
    ${commands.join('\n    ')}
  )
  _arguments -C ${spec.options.map(optionLine).join(' \\\n    ')} \\
    '1: :->command' '*:: :->rest'
  case $state in
    command) _describe command commands; return ;;
    rest) ;;
    *) return ;;
  esac
  case $words[1] in
${spec.commands.map(commandCase).join('\n')}
  esac
}
if [[ $funcstack[1] == _giar ]]; then _giar "$@"; else compdef _giar ${spec.name}; fi
`;
}
