export { type ReadSettings, readSettings } from './read.ts';
export { type ReadWaivers, readWaivers } from './readWaivers.ts';
export {
  baselineText,
  type Reason,
  type WrittenWaiver,
  waiverFor,
  withWaivers,
  writtenAs,
} from './written.ts';
