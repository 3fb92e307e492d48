import * as z from 'zod';
import { formats } from './document.ts';
import { confidences, slips } from './repair.ts';
import type { Result } from './result.ts';

const count = z.int().min(0);
const tally = z
  .strictObject({ made: count, passed: count, failed: count, inconclusive: count })
  .meta({ id: 'tally' });
const text = z.string();
const optionalText = z.string().nullable();

export const cell = z
  .object({
    cell: text.describe('table, line path and column joined by dots'),
    printed: optionalText.describe('the text as printed; null where the document has no such cell'),
    source: text.describe('where it stands, such as report.json:7:26'),
  })
  .meta({ id: 'printedCell' });
const side = z
  .object({
    terms: z.array(z.object({ cell: text, coefficient: z.number(), value: z.number().nullable() })),
    value: z.number().nullable(),
  })
  .meta({ id: 'side' });
const equation = z
  .object({
    left: side,
    relation: z.enum(['=', '<=', '>=']),
    right: side,
    gap: z.number().nullable().describe('left − right'),
  })
  .meta({ id: 'equation' });
const place = z
  .object({ table: optionalText, row: optionalText, column: optionalText })
  .meta({ id: 'place' });
const claim = z
  .object({
    kind: z.enum(['figure', 'share', 'breakdown', 'growth', 'all']),
    section: optionalText,
    sentence: text.describe('without blanks'),
    start: count.describe('offset in the sentence at which the figure begins'),
    end: count,
    source: text.describe('where the sentence stands'),
  })
  .meta({ id: 'claim' });
const suggestion = z
  .object({
    confidence: z.enum(confidences),
    message: text,
    slip: z.enum(slips).nullable().describe('how the wrong figure may have come about'),
    changes: z
      .array(cell.extend({ from: z.number().nullable(), to: z.number() }))
      .describe('cells to be changed together'),
  })
  .meta({ id: 'suggestion' });
const waiver = z
  .object({ reason: text, by: optionalText, until: optionalText, source: text })
  .meta({ id: 'waiver' });
export const finding = z.object({
  ruleId: text,
  severity: z.enum(['error', 'warning']),
  message: text,
  at: place,
  cells: z.array(cell),
  equation: equation.nullable(),
  claim: claim.nullable().describe('what the prose says, where the finding is about that'),
  suggestions: z.array(suggestion).describe('what would mend it, best first, at most five'),
  waiver: waiver.nullable().describe('that it was accepted; it then counts for nothing'),
});
const undecided = z.object({
  ruleId: text,
  message: text,
  at: place,
  cells: z.array(cell).describe('the cells that kept it from being decided'),
  equation,
});
export const problem = z.object({ code: text, message: text, source: text, path: optionalText });
const coverage = z.object({
  cells: z.object({
    inForm: count.describe('cells the report owes'),
    read: count.describe('cells that gave an answer, blank and not-applicable ones among them'),
    blank: count,
    notApplicable: count,
    unreadable: count,
    uncertain: count.describe(
      'cells of which several readings are possible: guessed, never checked',
    ),
  }),
  checks: tally.describe('stated and implied identities'),
  queries: tally.describe('heuristic identities; they never decide a verdict'),
  series: tally.describe('identities between this year and the one before, where that was given'),
  claims: z
    .object({
      found: count,
      tied: count.describe('figures that restate cells'),
      checked: count.describe('figures compared with cells or with other figures of the prose'),
      leftAlone: count.describe('figures about something else, or not understood'),
    })
    .describe('figures of the prose'),
});
const report = z.object({
  source: text,
  format: z
    .enum(formats)
    .nullable()
    .describe('the format of the document; null where it was not read'),
  organ: optionalText,
  year: z.int().nullable(),
  edition: optionalText,
  verdict: z.enum(['pass', 'fail', 'not-assessable']),
  coverage,
  findings: z.array(finding),
  undecided: z.array(undecided),
  problems: z.array(problem),
  notes: z
    .array(problem)
    .describe('what was read over, or taken in a way that its reader may not expect'),
});

/** The schemas of a finding and a problem of a result. */
export { finding as findingSchema, problem as problemSchema };

/** The schema of a result, version 1. Keys may be added to its objects; these do not change. */
export const resultSchema: z.ZodType<Result> = z.object({
  version: z.literal(1),
  tool: z.object({ name: z.literal('giar'), version: text }),
  reports: z.array(report),
  summary: z.object({
    reports: count,
    pass: count,
    fail: count,
    notAssessable: count,
    errors: count,
    warnings: count,
    waived: count.describe('findings that were accepted, neither errors nor warnings'),
  }),
});
