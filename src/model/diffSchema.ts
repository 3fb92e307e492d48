import * as z from 'zod';
import { cellDifferences, diffOutcomes, identities, proseStates } from './diff.ts';
import { answerKinds, type DiffResult } from './diffResult.ts';
import { formats } from './document.ts';
import { cell, finding, problem } from './resultSchema.ts';

const count = z.int().min(0);
const text = z.string();
const optionalText = z.string().nullable();

const side = z
  .object({
    source: text,
    format: z.enum(formats).nullable(),
    organ: optionalText,
    year: z.int().nullable(),
    edition: optionalText,
    published: optionalText.describe('the day of publication, as 2024-01-31'),
    verdict: z.enum(['pass', 'fail', 'not-assessable']),
  })
  .meta({ id: 'version' });
const answer = z
  .object({
    kind: z.enum(answerKinds),
    value: z.number().nullable().describe('null where it is no certain number'),
    printed: optionalText,
    source: text,
  })
  .meta({ id: 'answer' });
const sentence = z.object({ text, source: text }).meta({ id: 'sentence' });
const prose = z.object({
  state: z.enum(proseStates).describe('unread: only the tables were compared'),
  changed: z
    .array(
      z.object({
        a: sentence,
        b: sentence,
        figures: z.array(z.object({ from: text, to: text })),
      }),
    )
    .describe('sentences in which only figures differ'),
  onlyA: z.array(sentence),
  onlyB: z.array(sentence),
  claims: z
    .array(z.object({ cells: z.array(text), a: z.array(text), b: z.array(text) }))
    .describe('the same words about the same cells, with other figures'),
});
const comparison = z.object({
  about: z.array(z.enum(identities)).describe('what the two say of themselves that differs'),
  cells: z.object({
    compared: count.describe('cells that both forms know and at least one of the two has'),
    same: count,
    differ: count,
    uncertain: count.describe('cells that can be read in several ways in one of the two'),
    differences: z.array(
      z.object({ cell: text, kind: z.enum(cellDifferences), a: answer, b: answer }),
    ),
    onlyOnFormOfA: z.array(cell),
    onlyOnFormOfB: z.array(cell),
  }),
  findings: z.object({
    gone: z.array(finding).describe('findings of a that b does not have'),
    come: z.array(finding).describe('findings of b that a does not have'),
    kept: count,
  }),
  prose,
});

/** The schema of what `giar diff --format json` prints, version 1. Keys may be added; these do not change. */
export const diffSchema: z.ZodType<DiffResult> = z.object({
  version: z.literal(1),
  tool: z.object({ name: z.literal('giar'), version: text }),
  outcome: z.enum(diffOutcomes).describe('unknown: it cannot be told whether they are the same'),
  a: side,
  b: side,
  comparison: comparison.nullable().describe('null where one of the two could not be read'),
  problems: z.array(problem).describe('what kept a part of either from being compared'),
});
