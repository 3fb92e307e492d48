import { type Lexicon, lexiconOf } from '../lexicon.ts';
import { casePhrases } from './cases.ts';
import { disclosurePhrases } from './disclosure.ts';
import type { Meaning, Phrases } from './meaning.ts';
import { requestPhrases } from './requests.ts';
import { structurePhrases } from './structure.ts';

const all: readonly Phrases[] = [requestPhrases, casePhrases, disclosurePhrases, structurePhrases];

function* patterns(): Generator<readonly [string, Meaning]> {
  for (const [several, meaning] of all.flat()) {
    for (const pattern of several.trim().split(' ')) {
      if (pattern !== '') yield [pattern, meaning];
    }
  }
}

let made: Lexicon<Meaning> | null = null;

/** The words of the grammar; made when the first prose is read. */
export function grammar(): Lexicon<Meaning> {
  made ??= lexiconOf(patterns());
  return made;
}
