import { HyperFormula } from 'hyperformula';
import { argumentsOf, figuresOf, formsOf, reportsOf } from './reports.mjs';

/**
 * The identities of tables 3 and 4 as formulas of a sheet. One sheet an edition, made once: each report's
 * figures are put into it, and the formulas, one a place and TRUE where it fails, are read.
 */
const { paths, layout } = argumentsOf(process.argv.slice(2));
const forms = formsOf(layout);
const letters = 'ABCDEFG';

function formulasOf({ requests, results, cases }) {
  const row = (path) => requests.findIndex((line) => line.path === path) + 1;
  const cells = (line, i) => `${letters[i]}${line}`;
  const formulas = [];
  for (const [i] of requests[0].columns.entries()) {
    const [fresh, over, handled, forward] = [
      'newlyReceived',
      'carriedOver',
      'handled.total',
      'carriedForward',
    ].map((path) => cells(row(path), i));
    const parts = results.map(({ path }) => cells(row(path), i));
    formulas.push(['column-balance', `=${fresh}+${over}<>${handled}+${forward}`]);
    formulas.push(['column-total', `=${handled}<>${parts.join('+')}`]);
  }
  for (const [r] of requests.entries()) {
    formulas.push(['row-total', `=G${r + 1}<>SUM(A${r + 1}:F${r + 1})`]);
  }
  for (const [r] of cases.entries()) {
    const line = requests.length + r + 1;
    formulas.push(['case-total', `=E${line}<>SUM(A${line}:D${line})`]);
  }
  return formulas;
}

function sheetOf(form) {
  const lines = [...form.requests, ...form.cases];
  const formulas = formulasOf(form);
  const empty = lines.map(() => letters.split('').map(() => 0));
  const rows = formulas.map(([, formula]) => formula);
  const sheet = HyperFormula.buildEmpty({ licenseKey: 'gpl-v3' });
  const id = sheet.getSheetId(sheet.addSheet('report'));
  sheet.setCellContents({ sheet: id, row: 0, col: 0 }, empty);
  sheet.setCellContents(
    { sheet: id, row: 0, col: 8 },
    rows.map((formula) => [formula]),
  );
  return { lines, formulas, sheet, id };
}

const sheets = new Map([...forms].map(([edition, form]) => [edition, sheetOf(form)]));
const failed = {};
let reports = 0;
for (const report of reportsOf(paths)) {
  reports++;
  const { lines, formulas, sheet, id } = sheets.get(report.edition);
  const figures = lines.map((line) => figuresOf(report, line));
  sheet.setCellContents({ sheet: id, row: 0, col: 0 }, figures);
  const end = { sheet: id, row: formulas.length - 1, col: 8 };
  const values = sheet.getRangeValues({ start: { sheet: id, row: 0, col: 8 }, end });
  for (const [i, [rule]] of formulas.entries()) {
    if (values[i][0] === true) failed[rule] = (failed[rule] ?? 0) + 1;
  }
}
console.log(JSON.stringify({ reports, failed }));
