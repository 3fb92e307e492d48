import { describe, expect, it } from 'vitest';
import {
  foundOf,
  hasCorpus,
  inventedReports,
  precisionOf,
  publishedReports,
  recallOf,
  scoreOf,
} from '../support/prose.ts';

describe('the prose of reports', () => {
  it('in plain wording is tied to the right cells, and no figure that is right is told wrong', () => {
    const score = scoreOf(inventedReports('plain'));
    expect(score.reports).toBe(24);
    expect(precisionOf(score)).toBeGreaterThanOrEqual(0.99);
    expect(recallOf(score)).toBeGreaterThanOrEqual(0.95);
    expect(foundOf(score)).toBeGreaterThanOrEqual(0.9);
    expect(score.falseErrors, score.notes.join('\n')).toBe(0);
    expect(score.falseWarnings, score.notes.join('\n')).toBeLessThanOrEqual(2);
  });

  it('as offices write it is tied to the right cells', () => {
    const score = scoreOf(inventedReports('office'));
    expect(score.reports).toBe(11);
    expect(precisionOf(score)).toBeGreaterThanOrEqual(0.99);
    expect(recallOf(score)).toBeGreaterThanOrEqual(0.92);
    expect(foundOf(score)).toBeGreaterThanOrEqual(0.84);
    expect(score.falseErrors, score.notes.join('\n')).toBe(0);
    expect(score.falseWarnings, score.notes.join('\n')).toBe(0);
  });

  it('full of traps gives no false error and few false warnings', () => {
    const score = scoreOf(inventedReports('hard'));
    expect(score.reports).toBe(40);
    expect(precisionOf(score)).toBeGreaterThanOrEqual(0.96);
    expect(recallOf(score)).toBeGreaterThanOrEqual(0.81);
    expect(foundOf(score)).toBeGreaterThanOrEqual(0.75);
    expect(score.falseErrors, score.notes.join('\n')).toBe(0);
    expect(score.falseWarnings, score.notes.join('\n')).toBeLessThanOrEqual(9);
  });

  it.skipIf(!hasCorpus)(
    'as published is tied to the right cells, and nothing false is said of it',
    async () => {
      const score = scoreOf(await publishedReports());
      expect(score.reports).toBeGreaterThan(10);
      expect(precisionOf(score)).toBeGreaterThanOrEqual(0.99);
      expect(recallOf(score)).toBeGreaterThanOrEqual(0.93);
      expect(score.falseErrors + score.falseWarnings, score.notes.join('\n')).toBe(0);
    },
  );
});
