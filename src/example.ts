import { subtotalKey } from './binding/recordShape.ts';
import { editions } from './editions/index.ts';
import { addUp, withMembers } from './engine/levels.ts';
import { formOf } from './model/form.ts';
import type { Example, Rule } from './model/rule.ts';
import type { Run, Severity } from './model/run.ts';
import { checkDocument } from './pipeline.ts';
import { rules } from './rules/index.ts';

type Tree = { [key: string]: Tree | string[] | number | string | null };

function put(tree: Tree, path: readonly string[], value: number | string | null): void {
  const [key, ...below] = path;
  if (key === undefined) return;
  if (below.length === 0) {
    tree[key] = value;
    return;
  }
  const next = tree[key];
  const child: Tree = typeof next === 'object' && next !== null && !Array.isArray(next) ? next : {};
  tree[key] = child;
  put(child, below, value);
}

/** An example as the `report.json` it stands for. @throws for an edition, cell or line that does not exist. */
export function exampleRecord(example: Example): Tree {
  const { edition, year, cells, without = [], headers } = example;
  const known = editions.find((e) => e.id === edition);
  if (known === undefined) throw new Error(`no edition ${edition}`);
  const form = formOf(known);
  const names = new Set([
    ...form.cells.map((cell) => cell.name),
    ...form.lines.map((line) => `${line.table.id}.${line.path}`),
  ]);
  const wrong = [...Object.keys(cells), ...without].find((name) => !names.has(name));
  if (wrong !== undefined) throw new Error(`${edition}: no cell or line ${wrong}`);
  const tables: Tree = {};
  for (const { name, line, column } of form.cells) {
    const isLeftOut = without.includes(`${line.table.id}.${line.path}`);
    const isNamed = Object.hasOwn(cells, name);
    if (!isNamed && (line.optional || isLeftOut)) continue;
    const own = line.optional ? [subtotalKey] : [];
    const path = [line.table.id, ...line.path.split('.'), ...own, column.id];
    put(tables, path, isNamed ? (cells[name] ?? null) : 0);
  }
  const { organ, published, sections, text, other } = example;
  const prose = {
    ...(text === undefined ? {} : { overview: text }),
    ...(other === undefined ? {} : { other }),
  };
  return {
    edition,
    ...(organ === undefined ? {} : { organ }),
    year,
    ...(published === undefined ? {} : { published }),
    ...(sections === undefined ? {} : { sections: [...sections] }),
    tables,
    ...(headers === undefined ? {} : { headers: { ...headers } }),
    ...(Object.keys(prose).length === 0 ? {} : { text: prose }),
  };
}

/** An example checked. @throws if it is not of the form of its edition: the rule's page is wrong. */
export function runExample(example: Example): Run {
  const before = example.before === undefined ? null : runExample(example.before).report;
  const text = JSON.stringify(exampleRecord(example));
  const [checked] = checkDocument(text, 'example.json', null, before);
  if (checked === undefined || 'misfit' in checked) throw new Error('an example is no report');
  return example.members === undefined ? checked : besideMembers(checked, example);
}

/** A region's example beside those of its members. @throws for a member without an organ */
function besideMembers(region: Run, { members = [], missing = [] }: Example): Run {
  if (region.report === null) throw new Error('an example is no report');
  const reports = members.map((member) => {
    const { report } = runExample(member);
    if (report === null || member.organ === undefined) throw new Error('a member has no organ');
    return { organ: member.organ, report };
  });
  return withMembers(region, addUp(region.report, reports, missing, rules));
}

/** How grave the findings of a rule may be: as grave as the worst of its failing example. */
export function severityOf({ id, page }: Rule): Severity {
  const { findings } = runExample(page.failing);
  const own = findings.filter(({ rule }) => rule === id);
  return own.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
}
