import type { ResultProblem, ResultReport } from '../../model/result.ts';
import type { Language } from '../../model/words.ts';
import { spotNamed } from '../spots.ts';
import { texts } from '../texts.ts';
import { physicalOf } from './locations.ts';
import { messageOf } from './message.ts';

type Level = 'error' | 'warning' | 'note';

function notification(id: string, level: Level, source: string, lines: readonly string[]): object {
  return {
    descriptor: { id },
    level,
    message: messageOf(...lines),
    locations: [{ physicalLocation: physicalOf(spotNamed(source)) }],
  };
}

/** More checks than this that stayed open are counted. */
const mostOpen = 10;

function undecidedIn({ undecided, source }: ResultReport, lang: Language): object[] {
  if (undecided.length === 0) return [];
  const t = texts[lang];
  const lines = undecided.slice(0, mostOpen).map(({ message, ruleId }) => `${message} [${ruleId}]`);
  if (undecided.length > mostOpen) lines.push(t.more(undecided.length - mostOpen));
  return [notification('undecided', 'warning', source, [t.undecided, ...lines])];
}

/** What is not about the data: what kept the program from its work, what stayed open, what was read over. */
export function notificationsOf(told: ResultReport, lang: Language): object[] {
  const of =
    (level: Level) =>
    ({ code, message, source }: ResultProblem) =>
      notification(code, level, source, [message]);
  return [
    ...told.problems.map(of('error')),
    ...undecidedIn(told, lang),
    ...told.notes.map(of('note')),
  ];
}
