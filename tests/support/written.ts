import { bindJson } from '../../src/binding/documents.ts';
import { editions } from '../../src/editions/index.ts';
import type { Report } from '../../src/model/report.ts';
import type { Run } from '../../src/model/run.ts';
import { jsonSource } from '../../src/readers/json.ts';
import { type WriterName, writers } from '../../src/writers/index.ts';
import type { FilledForm } from '../../src/writers/writer.ts';
import { boundBytes } from './documents.ts';

/** The one report of a `report.json`. @throws if it is none of its edition */
export function reportOfJson(text: string, name = 'report.json'): Report {
  const [only] = bindJson(jsonSource(name, text), editions);
  if (only === undefined || !('report' in only)) throw new Error(`${name} is no report`);
  return only.report;
}

/** A filled form as a writer writes it. */
export async function bytesOf(name: WriterName, filled: FilledForm): Promise<Uint8Array> {
  const written = await writers[name].write(filled);
  return typeof written === 'string' ? new TextEncoder().encode(written) : written;
}

/** A filled form written and read again. @throws where it cannot be read */
export async function readBack(name: WriterName, filled: FilledForm): Promise<Report> {
  const bytes = await bytesOf(name, filled);
  if (name === 'json') return reportOfJson(new TextDecoder().decode(bytes));
  const report = await boundBytes(bytes, `report.${name}`);
  if ('code' in report) throw new Error(`${report.code} ${JSON.stringify(report.args)}`);
  return report;
}

/** What a run finds, without where it stands in the file. */
export function outcomeOf({ verdict, findings, coverage }: Run) {
  return {
    verdict,
    findings: findings.map(({ rule, variant, severity, at, args }) => ({
      rule,
      variant,
      severity,
      at,
      args,
    })),
    coverage: coverage.cells,
  };
}
