export type { CheckOptions } from './check.ts';
export { check } from './check.ts';
export type {
  Result,
  ResultCell,
  ResultEquation,
  ResultFinding,
  ResultPlace,
  ResultProblem,
  ResultReport,
  ResultSide,
  ResultTerm,
  ResultUndecided,
} from './model/result.ts';
export type { Coverage, Severity, Summary, Tally, Verdict } from './model/run.ts';
export type { Language } from './model/words.ts';
