import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';

interface SarifPlace {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region?: {
      readonly startLine: number;
      readonly startColumn?: number;
      readonly endColumn?: number;
    };
  };
  readonly logicalLocations?: readonly { readonly fullyQualifiedName: string }[];
  readonly message?: { readonly text: string };
}

/** As much of SARIF as the tests look at. */
export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly SarifPlace[];
  readonly relatedLocations: readonly SarifPlace[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions: readonly object[];
  readonly fixes?: readonly {
    readonly artifactChanges: readonly {
      readonly replacements: readonly {
        readonly deletedRegion: Required<NonNullable<SarifPlace['physicalLocation']['region']>>;
        readonly insertedContent: { readonly text: string };
      }[];
    }[];
  }[];
}

export interface SarifRun {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly results: readonly SarifResult[];
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly toolExecutionNotifications: readonly {
      readonly descriptor: { readonly id: string };
      readonly level: string;
    }[];
  }[];
}

/** The schema of SARIF 2.1.0. It is one of draft 4, in which `$id` was `id`; nothing else of it has changed since. */
function schema(): object {
  const path = 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
  const { $schema: _, id, ...rest } = JSON.parse(readFileSync(path, 'utf8'));
  return { $id: id, ...rest };
}

const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
  schema(),
);

/** What is wrong with a text as SARIF, by its schema; null where nothing is. */
export function sarifErrors(text: string): unknown {
  isSarif(JSON.parse(text));
  return isSarif.errors ?? null;
}

/** The one run of a log. */
export function sarifRun(text: string): SarifRun {
  const log: { runs: SarifRun[] } = JSON.parse(text);
  const [run, ...more] = log.runs;
  if (run === undefined || more.length > 0) throw new Error('not one run');
  return run;
}
