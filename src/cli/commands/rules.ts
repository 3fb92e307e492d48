import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { closest, distance } from 'fastest-levenshtein';
import { explain as sectionsOf } from '../../explain.ts';
import { rules as allRules } from '../../rules/index.ts';
import { ExitCode, type Shell, UsageError } from '../shell.ts';

/** `giar rules`: the id and title of every rule. */
export async function rules(shell: Shell): Promise<ExitCode> {
  const width = Math.max(...allRules.map((rule) => stringWidth(rule.id)));
  for (const rule of allRules) {
    await shell.write(`${rule.id.padEnd(width)}  ${rule.page.title[shell.lang]}\n`);
  }
  return ExitCode.pass;
}

/** `giar explain RULE`: its page. @throws UsageError for a rule that does not exist. */
export async function explain(id: string, shell: Shell): Promise<ExitCode> {
  const { lang, texts, width } = shell;
  const rule = allRules.find((r) => r.id === id);
  if (rule === undefined) {
    const known = allRules.map((r) => r.id);
    const nearest = closest(id, known);
    const hint = distance(id, nearest) > 4 ? '' : ` (${texts.didYouMean} ${nearest}?)`;
    throw new UsageError(
      texts.unknownRule.replace('{rule}', () => id).replace('{rules}', known.join(', ')) + hint,
    );
  }
  await shell.write(`${rule.id}  ${rule.page.title[lang]}\n`);
  for (const { heading, paragraphs } of sectionsOf(rule, lang)) {
    const wrapped = paragraphs.map((text) =>
      wrapAnsi(text, width - 2, { hard: true }).replace(/^/gmu, '  '),
    );
    await shell.write(`\n${heading[lang]}\n${wrapped.join('\n')}\n`);
  }
  return ExitCode.pass;
}
