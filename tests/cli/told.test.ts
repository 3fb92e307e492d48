import { describe, expect, it } from 'vitest';
import { noted } from '../../src/cli/audit/told.ts';

describe('a line on standard error', () => {
  const line = 'in/报告.docx: the file is protected by a password and cannot be read';

  it('is wrapped to the terminal, by the width of what is shown', () => {
    expect(noted(line, 32).split('\n')).toEqual([
      'in/报告.docx: the file is',
      '  protected by a password and',
      '  cannot be read',
    ]);
    expect(noted('报'.repeat(30), 32).split('\n')).toEqual([
      '报'.repeat(15),
      `  ${'报'.repeat(15)}`,
    ]);
  });

  it('stays whole in a log', () => {
    expect(noted(line, null)).toBe(line);
  });
});
