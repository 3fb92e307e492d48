import {
  ByteWriter,
  type ColumnSource,
  ParquetWriter,
  schemaFromColumnData,
} from 'hyparquet-writer';
import { recordsIn } from '../../audit/batch.ts';
import type { AuditRecord } from '../../audit/records.ts';
import { printedIn } from '../../audit/sheets.ts';
import { sourceOf } from '../../model/document.ts';
import type { Form } from '../../model/form.ts';

/** Rows that are gathered before they are written, as one group of rows. */
const rowGroup = 100_000;

const kindNames = ['absent', 'number', 'blank', 'not-applicable', 'unreadable', 'uncertain'];

type Row = Readonly<Record<(typeof names)[number], string | number | null>>;

/** The columns of `cells.parquet`: one row a cell. */
const names = [
  'organ',
  'year',
  'edition',
  'cell',
  'value',
  'kind',
  'printed',
  'source',
  'place',
] as const;

function typeOf(name: (typeof names)[number]): 'INT32' | 'DOUBLE' | 'STRING' {
  if (name === 'year') return 'INT32';
  return name === 'value' ? 'DOUBLE' : 'STRING';
}

function rowsOf({ report, frozen }: AuditRecord, form: Form): Row[] {
  if (frozen === null) return [];
  const printed = printedIn(frozen);
  return form.cells.map(({ index, name }) => {
    const kind = Number(frozen.kinds === '' ? 1 : (frozen.kinds[index] ?? 0));
    const place = frozen.places?.[index];
    return {
      organ: report.organ,
      year: report.year,
      edition: frozen.edition,
      cell: name,
      // Only what can be counted with; a guess is no value.
      value: kind === 1 ? (frozen.values[index] ?? null) : null,
      kind: kindNames[kind] ?? null,
      printed: printed[index] ?? null,
      source: report.source,
      place: place === undefined ? null : sourceOf(place),
    };
  });
}

function columnsOf(rows: readonly Row[]): ColumnSource[] {
  return names.map((name) => ({
    name,
    type: typeOf(name),
    nullable: true,
    data: rows.map((row) => row[name]),
  }));
}

/** `cells.parquet`: every cell of every report, for those who compute with them; written as the records come. */
export class CellsFile {
  private rows: Row[] = [];
  private readonly bytes = new ByteWriter();
  private readonly parquet: ParquetWriter;
  private readonly formOf: (edition: string) => Form;
  private readonly write: (bytes: Uint8Array) => Promise<void>;

  constructor(formOf: (edition: string) => Form, write: (bytes: Uint8Array) => Promise<void>) {
    this.formOf = formOf;
    this.write = write;
    const schema = schemaFromColumnData({ columnData: columnsOf([]) });
    this.parquet = new ParquetWriter({ writer: this.bytes, schema, createdBy: 'giar' });
  }

  /** @param lines of records, in the order in which they are to stand */
  async add(lines: Uint8Array): Promise<void> {
    for (const record of recordsIn(new TextDecoder().decode(lines))) {
      const edition = record.frozen?.edition;
      if (edition !== undefined) this.rows.push(...rowsOf(record, this.formOf(edition)));
      if (this.rows.length >= rowGroup) await this.flush();
    }
  }

  private async flush(): Promise<void> {
    const { rows } = this;
    this.rows = [];
    await this.parquet.write({
      columnData: columnsOf(rows),
      rowGroupSize: Math.max(1, rows.length),
    });
    await this.emit();
  }

  private async emit(): Promise<void> {
    const bytes = new Uint8Array(this.bytes.getBytes());
    this.bytes.index = 0;
    await this.write(bytes);
  }

  async end(): Promise<void> {
    if (this.rows.length > 0) await this.flush();
    await this.parquet.finish();
    await this.emit();
  }
}
