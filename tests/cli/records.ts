import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';

export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

export const jinganPath = resolve('fixtures/reports/jingan-2020/report.json');

function load(name: string): JsonObject {
  const record: JsonObject = JSON.parse(
    readFileSync(`fixtures/reports/${name}/report.json`, 'utf8'),
  );
  const { $schema: _, ...rest } = record;
  return rest;
}

/** Edition 2021, 2025: every check holds. */
export const passing = load('testcity-2025');
/** Edition 2019, 2020: three columns do not balance. */
export const failing = load('jingan-2020');
/** Edition 2014, 2018: every check holds. */
export const listed = load('hebei-jyt-2018');

/** A copy with the value at a path of keys joined by dots changed, or left out. */
export function put(record: JsonObject, path: string, value?: Json): JsonObject {
  const copy = structuredClone(record);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<Json>((node, key) => Object(node)[key], copy);
  if (typeof holder !== 'object' || holder === null) throw new Error(`no ${path}`);
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else Reflect.set(holder, last, value);
  return copy;
}

/** The passing record with （六）其他处理 as one line: a warning. */
export const warned = put(
  passing,
  'tables.requests.handled.otherHandling',
  [1458, 20, 0, 2, 3, 3, 1486],
);

/** The passing record with a total left blank: it cannot be told whether it is right. */
export const undecided = put(passing, 'tables.requests.carriedForward.6', null);

export const pretty = (record: Json): string => JSON.stringify(record, null, 2);
export const ndjson = (...records: Json[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');

/** `line:column` of the first place where a text stands in another. */
export function placeOf(text: string, part: string): string {
  const before = text.slice(0, text.indexOf(part)).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

/** A folder that is there until the file's tests are done, with these files in it. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'giar-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}
