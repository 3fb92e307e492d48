import { argumentsOf, reportsOf } from './reports.mjs';

/** The floor: every report read, decoded and parsed in one thread; of each, one key is looked at. */
const { paths } = argumentsOf(process.argv.slice(2));
let reports = 0;
let years = 0;
for (const { year } of reportsOf(paths)) {
  reports++;
  years += year;
}
if (Number.isNaN(years)) throw new Error('a report without a year');
console.log(JSON.stringify({ reports, failed: {} }));
