import { Engine } from 'json-rules-engine';
import { argumentsOf, figuresOf, formsOf, reportsOf } from './reports.mjs';

/** The identities of tables 3 and 4 as rules of json-rules-engine, one a place, on a fact that is the gap of its sums. */
const { paths, layout } = argumentsOf(process.argv.slice(2));
const forms = formsOf(layout);

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** Each place of a form with the gap that has to be 0 there. */
function placesOf({ requests, results, cases }) {
  const within = ([line, ...more], i) => (line === undefined ? 0 : line[i] + within(more, i));
  const columns = requests[0].columns.map((_, i) => i);
  const find = (path) => requests.find((line) => line.path === path);
  const flows = ['newlyReceived', 'carriedOver', 'handled.total', 'carriedForward'].map(find);
  const balances = columns.map((i) => ({
    rule: 'column-balance',
    gap: (figures) => {
      const [fresh, over, handled, forward] = flows.map((line) => figures.get(line)[i]);
      return fresh + over - handled - forward;
    },
  }));
  const totals = columns.map((i) => ({
    rule: 'column-total',
    gap: (figures) =>
      figures.get(find('handled.total'))[i] -
      within(
        results.map((line) => figures.get(line)),
        i,
      ),
  }));
  const rows = (rule, lines) =>
    lines.map((line) => ({
      rule,
      gap: (figures) => {
        const cells = figures.get(line);
        return cells.at(-1) - sum(cells.slice(0, -1));
      },
    }));
  return [...balances, ...totals, ...rows('row-total', requests), ...rows('case-total', cases)];
}

function engineOf(form) {
  const places = placesOf(form);
  const engine = new Engine();
  engine.addFact(
    'gap',
    async ({ place }, almanac) => places[place].gap(await almanac.factValue('figures')),
    { cache: false },
  );
  for (const [place, { rule }] of places.entries()) {
    const condition = { fact: 'gap', params: { place }, operator: 'notEqual', value: 0 };
    engine.addRule({ conditions: { all: [condition] }, event: { type: rule } });
  }
  return engine;
}

const engines = new Map([...forms].map(([edition, form]) => [edition, engineOf(form)]));
const failed = {};
let reports = 0;
for (const report of reportsOf(paths)) {
  reports++;
  const { requests, cases } = forms.get(report.edition);
  const figures = new Map([...requests, ...cases].map((line) => [line, figuresOf(report, line)]));
  const { events } = await engines.get(report.edition).run({ figures });
  for (const { type } of events) failed[type] = (failed[type] ?? 0) + 1;
}
console.log(JSON.stringify({ reports, failed }));
