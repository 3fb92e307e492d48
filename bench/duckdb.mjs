import { readFileSync, statSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { argumentsOf } from './reports.mjs';

/** The identities of tables 3 and 4 and the carried-over chain, in one SQL query over the JSON files. */
const { paths, layout, threads } = argumentsOf(process.argv.slice(2));
const { body, editions } = JSON.parse(readFileSync(layout, 'utf8'));
const isKeyed = body === 'keyed';

/** A line that one edition has and the other parts into several: no column type fits both. */
const parted = 'handled.otherHandling';

const linesOf = (table) =>
  editions[0].lines.filter((line) => line.table === table && line.path !== parted);
const columnsOf = (table) => linesOf(table)[0].columns;
const numbers = (columns) =>
  isKeyed ? `STRUCT(${columns.map((id) => `"${id}" BIGINT`).join(', ')})` : 'BIGINT[]';
const structure = (columns) =>
  isKeyed ? Object.fromEntries(columns.map((id) => [id, 'BIGINT'])) : ['BIGINT'];

/** A table as a struct of structs, along the paths of its lines: as an SQL type, and as from_json wants it. */
function typeOf(table) {
  const root = {};
  for (const { path, columns } of linesOf(table)) {
    const keys = path.split('.');
    const last = keys.pop();
    let at = root;
    for (const key of keys) at = at[key] ??= {};
    at[last] = structure(columns);
  }
  if (table === 'requests') root.handled.otherHandling = 'JSON';
  return root;
}

function sqlOf(type) {
  if (typeof type === 'string') return type;
  if (Array.isArray(type)) return `${type[0]}[]`;
  const parts = Object.entries(type).map(([key, below]) => `"${key}" ${sqlOf(below)}`);
  return `STRUCT(${parts.join(', ')})`;
}

const record = {
  edition: 'VARCHAR',
  organ: 'VARCHAR',
  year: 'INTEGER',
  tables: {
    requests: typeOf('requests'),
    reconsiderationAndLitigation: typeOf('reconsiderationAndLitigation'),
  },
};

const dotted = (path) =>
  path
    .split('.')
    .map((key) => `"${key}"`)
    .join('.');
const cell = (line, i, columns) => (isKeyed ? `${line}."${columns[i]}"` : `${line}[${i + 1}]`);
const applicants = columnsOf('requests');
const each = applicants.map((_, i) => i);
const at = (path, i) => cell(`requests.${dotted(path)}`, i, applicants);

/** Of the other edition such a line is NULL, which adds nothing and fails nothing. */
const otherLines = [
  'requests.handled."otherHandling"',
  ...['notClarified', 'feeUnpaid', 'other'].map(
    (id) => `requests.handled."otherHandling"->'$.${id}'`,
  ),
];
const others = otherLines.map(
  (line, k) => `TRY_CAST(${line} AS ${numbers(applicants)}) AS other${k}`,
);
const otherAt = (i) =>
  otherLines.map((_, k) => `coalesce(${cell(`other${k}`, i, applicants)}, 0)`).join(' + ');

const results = linesOf('requests')
  .map(({ path }) => path)
  .filter((path) => path.startsWith('handled.') && path !== 'handled.total');
const failing = (conditions) => conditions.map((one) => `CAST(${one} AS INTEGER)`).join(' + ');
const notTheSum = (line, columns) => {
  const parts = columns.slice(0, -1).map((_, i) => cell(line, i, columns));
  return `${cell(line, columns.length - 1, columns)} <> ${parts.join(' + ')}`;
};

const balance = failing(
  each.map(
    (i) =>
      `${at('newlyReceived', i)} + ${at('carriedOver', i)} <> ${at('handled.total', i)} + ${at('carriedForward', i)}`,
  ),
);
const columnTotal = failing(
  each.map(
    (i) =>
      `${at('handled.total', i)} <> ${results.map((path) => at(path, i)).join(' + ')} + ${otherAt(i)}`,
  ),
);
const rowTotal = failing([
  ...linesOf('requests').map(({ path }) => notTheSum(`requests.${dotted(path)}`, applicants)),
  ...otherLines.map((_, k) => `coalesce(${notTheSum(`other${k}`, applicants)}, false)`),
]);
const caseTotal = failing(
  linesOf('reconsiderationAndLitigation').map(({ path, columns }) =>
    notTheSum(`cases.${dotted(path)}`, columns),
  ),
);
const chain = failing(
  each.map((i) => `${cell('arrived', i, applicants)} <> ${cell('left_over', i, applicants)}`),
);

const quoted = (path) => `'${path.replaceAll("'", "''")}'`;
const columns = Object.entries(record).map(([key, type]) => `${key}: ${quoted(sqlOf(type))}`);

/**
 * Many small files are read as text and kept before anything is done with them: read_json prepares a
 * reader for each file, and without keeping, every expression would run on chunks of one report.
 */
const textsOf = (path) => `SELECT content FROM read_text(${quoted(`${path}/**/*.json`)})`;
const sourceOf = (path) =>
  statSync(path).isDirectory()
    ? `SELECT unnest(from_json(content, ${quoted(JSON.stringify(record))})) FROM (WITH texts AS MATERIALIZED (${textsOf(path)}) SELECT * FROM texts)`
    : `SELECT * FROM read_json(${quoted(path)}, format = 'newline_delimited', columns = { ${columns.join(', ')} })`;

const query = `
  WITH reports AS (
    SELECT edition, organ, year, tables.requests AS requests, tables."reconsiderationAndLitigation" AS cases
    FROM (${paths.map(sourceOf).join(' UNION ALL ')})
  ),
  parted AS (SELECT *, ${others.join(', ')} FROM reports),
  checked AS (
    SELECT organ, year, ${balance} AS balance, ${columnTotal} AS column_total, ${rowTotal} AS row_total,
      ${caseTotal} AS case_total, requests."carriedOver" AS arrived, requests."carriedForward" AS forward
    FROM parted
  ),
  chained AS (
    SELECT *, lag(forward) OVER organs AS left_over, lag(year) OVER organs AS last_year
    FROM checked WINDOW organs AS (PARTITION BY organ ORDER BY year)
  )
  SELECT count(*) AS reports, sum(balance) AS "column-balance", sum(column_total) AS "column-total",
    sum(row_total) AS "row-total", sum(case_total) AS "case-total",
    sum(CASE WHEN last_year = year - 1 THEN ${chain} ELSE 0 END) AS "carried-over"
  FROM chained`;

const instance = await DuckDBInstance.create(':memory:', { threads });
const connection = await instance.connect();
const [row] = (await connection.runAndReadAll(query)).getRowObjects();
const { reports, ...failed } = Object.fromEntries(
  Object.entries(row).map(([name, count]) => [name, Number(count)]),
);
console.log(JSON.stringify({ reports, failed }));
