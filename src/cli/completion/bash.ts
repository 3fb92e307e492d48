import type { CommandSpec, OptionSpec, ProgramSpec, Value } from './spec.ts';

function namesOf({ short, long }: OptionSpec): string[] {
  return short === null ? [long] : [short, long];
}

function completed(value: Value): string {
  if (value.choices.length > 0) return `_giar_words '${value.choices.join(' ')}'`;
  return value.isFile ? '_giar_files' : ':';
}

/** What stands behind each option that wants something. */
function valueCases({ name, options }: Pick<CommandSpec, 'name' | 'options'>): string[] {
  return options.flatMap((option) => {
    if (option.value === null) return [];
    const patterns = namesOf(option).map((each) => `${name}:${each}`);
    return [`    ${patterns.join('|')}) ${completed(option.value)}; return ;;`];
  });
}

function commandCase({ name, options, argument }: CommandSpec): string {
  const flags = `_giar_words '${options.flatMap(namesOf).join(' ')}'`;
  const other = argument === null ? ':' : completed(argument);
  return `    ${name}) if [[ $cur == -* ]]; then ${flags}; else ${other}; fi ;;`;
}

/** A script for bash 3.2 and later, which calls nothing but bash itself. */
export function bashScript(spec: ProgramSpec): string {
  const commands = spec.commands.map(({ name }) => name);
  const flags = spec.options.flatMap(namesOf);
  return `# bash completion of giar: source <(giar completion bash)
_giar_words() {
  local word
  for word in $1; do [[ $word == "$cur"* ]] && COMPREPLY+=("$word"); done
}
_giar_files() {
  local file
  compopt -o filenames 2>/dev/null
  while IFS= read -r file; do COMPREPLY+=("$file"); done < <(compgen -f -- "$cur")
}
_giar() {
  local cur=\${COMP_WORDS[COMP_CWORD]} at=$((COMP_CWORD - 1)) command='' i
  COMPREPLY=()
  # --format=json comes as three words.
  if [[ $cur == = ]]; then cur=''; elif [[ \${COMP_WORDS[at]} == = ]]; then at=$((at - 1)); fi
  local prev=\${COMP_WORDS[at]}
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in ${commands.join('|')}) command=\${COMP_WORDS[i]}; break ;; esac
  done
  case $command:$prev in
${[...valueCases({ name: '', options: spec.options }), ...spec.commands.flatMap(valueCases)].join('\n')}
  esac
  case $command in
${spec.commands.map(commandCase).join('\n')}
    *) _giar_words '${[...commands, ...flags].join(' ')}' ;;
  esac
}
complete -F _giar ${spec.name}
`;
}
