import { type Lexicon, lexiconOf } from '../lexicon.ts';
import { type Sense, senseOf } from '../sense.ts';
import { casePhrases } from './cases.ts';
import { disclosurePhrases } from './disclosure.ts';
import type { Phrases } from './meaning.ts';
import { requestPhrases } from './requests.ts';
import { structurePhrases } from './structure.ts';

const all: readonly Phrases[] = [requestPhrases, casePhrases, disclosurePhrases, structurePhrases];

function* patterns(): Generator<readonly [string, Sense]> {
  for (const [several, meaning] of all.flat()) {
    const sense = senseOf(meaning);
    for (const pattern of several.trim().split(' ')) {
      if (pattern !== '') yield [pattern, sense];
    }
  }
}

let made: Lexicon<Sense> | null = null;

/** The words of the grammar; made when the first prose is read. */
export function grammar(): Lexicon<Sense> {
  made ??= lexiconOf(patterns());
  return made;
}
