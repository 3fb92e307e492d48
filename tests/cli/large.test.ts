import { expect, it } from 'vitest';
import { giar } from './giar.ts';
import { folderWith, type Json, passing, pretty, put } from './records.ts';

/** Much more than any of these needs, much less than work that grows with the square of the input. */
const timeout = 15_000;

function check(text: string) {
  const cwd = folderWith({ 'large.json': text });
  return giar(['check', 'large.json', '-q', '--lang', 'en'], { cwd, timeout });
}

it('four hundred wrong reports in one array are told in the time of one after another', () => {
  const wrong = put(passing, 'tables.requests.newlyRecieved', 1);
  const { code, err } = check(pretty(Array.from({ length: 400 }, (): Json => wrong)));
  expect(code).toBe(2);
  expect(err.match(/unknown key "newlyRecieved"/gu)).toHaveLength(400);
});

it('a hundred thousand doubled keys are told in a few lines', () => {
  const { code, err } = check(`{${'"a": 1, '.repeat(100_000)}"a": 1}`);
  expect(code).toBe(2);
  expect(err.split('\n').length).toBeLessThan(30);
});

it('ten thousand blanks inside a cell are read like one', () => {
  const spaced = put(passing, 'tables.requests.newlyReceived.0', `1${' '.repeat(10_000)}x`);
  expect(check(pretty(spaced)).code).toBe(1);
});

it('ten thousand reports in one array are checked', () => {
  const { code, out } = check(JSON.stringify(Array.from({ length: 10_000 }, (): Json => passing)));
  expect(code).toBe(0);
  expect(out).toContain(
    '10000 reports: 10000 pass, 0 fail, 0 not assessable; 0 errors, 0 warnings',
  );
});
