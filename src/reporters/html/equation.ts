import { relationSigns, sideValue } from '../../messages/equation.ts';
import { cellText, labelText, lineName, signed } from '../../messages/names.ts';
import { CellKind } from '../../model/cell.ts';
import type { Equation, Term } from '../../model/equation.ts';
import type { FormCell } from '../../model/form.ts';
import { kindOf, type Report } from '../../model/report.ts';
import type { Language } from '../../model/words.ts';
import { html, type Markup, nothing, quoted } from './markup.ts';
import { texts } from './texts.ts';

/** Sums of more terms than this leave out the zeros. */
const longSum = 4;

/** What tells the terms of an equation apart: their lines, their columns or both. */
function namer(cells: readonly FormCell[], lang: Language): (cell: FormCell) => string {
  const isOneLine = new Set(cells.map(({ line }) => line)).size === 1;
  const isOneColumn = new Set(cells.map(({ column }) => column.id)).size === 1;
  return ({ line, column }) => {
    if (isOneLine) return labelText(column, lang);
    const name = lineName(line, lang);
    return isOneColumn ? name : `${name} · ${labelText(column, lang)}`;
  };
}

function isZero(report: Report, { cell }: Term): boolean {
  return kindOf(report, cell) === CellKind.number && report.values[cell] === 0;
}

function sideOf(
  report: Report,
  terms: readonly Term[],
  sign: string,
  name: (cell: FormCell) => string,
  lang: Language,
): Markup {
  const told = terms.length > longSum ? terms.filter((term) => !isZero(report, term)) : terms;
  const left = terms.length - told.length;
  const sum = sideValue(report, terms);
  const each = told.flatMap((term, i) => {
    const cell = report.form.cells[term.cell];
    if (cell === undefined) return [];
    const before = term.coefficient < 0 ? '− ' : i === 0 ? '' : '+ ';
    const figure = quoted(cellText(report, term.cell, lang));
    return html`<span class="term">${before}${name(cell)} <b>${figure}</b></span> `;
  });
  const zeros = left === 0 ? '' : texts[lang].zeros(left);
  const total = sum === null || terms.length < 2 ? nothing : html` = <b>${signed(sum)}</b>`;
  return html`<p>${sign}${each.length === 0 ? '0' : each}${zeros}${total}</p>`;
}

/** An equation that does not hold, each of its cells by its name on the form. */
export function equationHtml(report: Report, equation: Equation, lang: Language): Markup {
  const { left, relation, right } = equation;
  const cells = [...left, ...right].flatMap(({ cell }) => report.form.cells[cell] ?? []);
  const name = namer(cells, lang);
  const sign = `${relationSigns[relation].fail} `;
  return html`<div class="equation">${sideOf(report, left, '', name, lang)}${sideOf(report, right, sign, name, lang)}</div>
`;
}
