/** Colours, for light and for dark surroundings; print is always light. */
const colors = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1d2024; --soft: #5c6370; --line: #c9ced5; --odd: #f7f8f9; --raised: #f0f2f4; --link: #1f4e8c; --good: #e2efe6; --good-ink: #1f5c38; --bad: #f8dcd8; --bad-ink: #96160f; --open: #ececea; --open-ink: #4d4d47; --doubt: #fbedc8; --doubt-ink: #6e4a00; }
@media screen and (prefers-color-scheme: dark) {
  :root { --paper: #16181b; --ink: #e3e5e8; --soft: #a0a7b1; --line: #41474e; --odd: #1a1d20; --raised: #202428; --link: #9cc2f5; --good: #1c3526; --good-ink: #9ad8b1; --bad: #4a211d; --bad-ink: #ffb0a6; --open: #303234; --open-ink: #c4c4bd; --doubt: #40330f; --doubt-ink: #f0ce7a; }
}`;

const page = `
* { box-sizing: border-box; }
body { display: flex; flex-direction: column; max-width: 1320px; margin: 0 auto; padding: 20px 24px 48px; background: var(--paper); color: var(--ink); font: 14px/1.55 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif; font-variant-numeric: tabular-nums; text-size-adjust: 100%; overflow-wrap: anywhere; }
body > * { order: 2; min-width: 0; }
body > h1, body > nav { order: 1; }
h1 { margin: 0 0 12px; font-size: 16px; font-weight: 600; color: var(--soft); }
h2 { margin: 0 0 6px; font-size: 22px; line-height: 1.3; font-weight: 600; }
h3 { margin: 18px 0 6px; font-size: 15px; font-weight: 600; }
p { margin: 4px 0; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
code { font: 12.5px ui-monospace, Menlo, Consolas, "Noto Sans Mono", monospace; }
.key, .meta, .source, .links, small { color: var(--soft); font-size: 12.5px; }
.note { padding: 8px 12px; background: var(--raised); }
#contents { margin-bottom: 8px; padding: 12px 16px; background: var(--raised); }
#contents h2 { font-size: 16px; }
#contents ol { margin: 6px 0 0; padding-inline-start: 2em; }
#contents a { text-decoration: none; }
#contents a:hover { text-decoration: underline; }
.report { padding: 16px 0 28px; }
.report + .report { border-top: 2px solid var(--line); }
.verdict { display: inline-block; margin: 2px 0 6px; padding: 4px 12px; border-radius: 4px; font-size: 16px; }
.badge { display: inline-block; padding: 0 7px; border-radius: 3px; font-weight: 600; white-space: nowrap; }
.pass { background: var(--good); color: var(--good-ink); }
.fail { background: var(--bad); color: var(--bad-ink); }
.not-assessable { background: var(--open); color: var(--open-ink); }
.meta > * { margin-inline-end: 14px; }
.coverage { margin: 6px 0 0; padding-inline-start: 1.3em; font-size: 13px; }
footer { margin-top: 12px; padding-top: 8px; border-top: 1px solid var(--line); color: var(--soft); font-size: 12px; }
.sheet { display: grid; grid-template-columns: 370px minmax(0, 1fr); gap: 0 28px; align-items: start; }
.sheet.clear { display: block; }
.side { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding-block-end: 12px; }`;

const findings = `
.findings, .problems, .undecided, .notes { margin: 0; padding: 0; list-style: none; }
.findings > li, .problems > li, .undecided > li, .notes > li { margin: 6px 0; padding: 5px 0 5px 10px; border-inline-start: 4px solid var(--line); }
.findings > li { border-top: 1px solid var(--line); }
.findings > .error { border-inline-start-color: var(--bad-ink); }
.findings > .warning { border-inline-start: 4px dashed var(--doubt-ink); }
.findings > .waived { border-inline-start: 4px double var(--soft); }
.problems > li { border-inline-start-color: var(--open-ink); background: var(--open); color: var(--open-ink); }
.finding:target, td:target, .figure:target { outline: 3px solid var(--link); outline-offset: 1px; }
.rule { font-size: 12.5px; color: var(--soft); }
.error .sign { color: var(--bad-ink); }
.warning .sign { color: var(--doubt-ink); }
.equation { margin: 6px 0; padding: 4px 8px; background: var(--odd); font-size: 12.5px; }
.term { display: inline-block; max-width: 100%; }
.suggestions ul { margin: 2px 0; padding-inline-start: 1.4em; }
.suggestions { padding: 4px 8px; background: var(--good); color: var(--good-ink); }
.waiver { padding: 4px 8px; background: var(--raised); }
.links a { margin-inline-end: 12px; }`;

const tables = `
.scroll { overflow-x: auto; }
.form { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 13px; line-height: 1.35; }
.form th, .form td { border: 1px solid var(--line); padding: 3px 4px; font-weight: 400; }
.form th { background: var(--odd); text-align: start; }
.form th.block, .form th.labels, .form th.columns { text-align: center; }
.form th.block { background: var(--raised); }
.form td { text-align: center; white-space: pre-line; }
.form:lang(en) { table-layout: auto; font-size: 12px; overflow-wrap: break-word; }
.form td.error { background: var(--bad); color: var(--bad-ink); font-weight: 700; box-shadow: inset 0 0 0 2px currentcolor; }
.form td.warning { background: var(--doubt); color: var(--doubt-ink); font-weight: 700; box-shadow: inset 0 0 0 1px currentcolor; }
.form td.waived { background: var(--raised); }
.form td.part a { color: inherit; text-decoration: underline dotted 1.5px; text-underline-offset: 3px; }
.form sup { display: block; font-size: 11px; font-weight: 600; line-height: 1.2; vertical-align: baseline; }
.form sup a, .figure a { color: inherit; }
.form ins { display: block; color: var(--good-ink); font-size: 12px; text-decoration: none; }
.absent { color: var(--soft); font-size: 12px; }
.error .absent, .warning .absent { color: inherit; }
.open { padding: 0 4px; border: 1px dashed currentcolor; border-radius: 3px; }`;

const prose = `
.prose p { margin: 6px 0; line-height: 1.9; max-width: 62em; }
.prose:lang(zh) p { text-indent: 2em; }
.figure { padding: 1px 2px; border-bottom: 2px solid; white-space: nowrap; }
.figure.long { white-space: normal; }
.figure sup { margin-inline-start: 1px; font-size: 11px; line-height: 0; text-indent: 0; }
.figure.right { color: var(--good-ink); border-bottom-width: 1px; }
.figure.wrong { background: var(--bad); color: var(--bad-ink); border-bottom-style: double; border-bottom-width: 4px; font-weight: 700; }
.figure.doubtful { background: var(--doubt); color: var(--doubt-ink); border-bottom-style: dashed; font-weight: 600; }
.figure.understood, .figure.unknown { color: var(--soft); border-bottom: 1px dotted; }
.legend { margin-top: 14px; font-size: 12.5px; color: var(--soft); }
.legend ul { display: inline; margin: 0; padding: 0; list-style: none; }
.legend li { display: inline-block; margin-inline-start: 12px; }
.legend .figure { border: 0; background: none; }
.legend sup { font-size: 13px; vertical-align: baseline; }`;

const narrow = `
@media screen and (max-width: 900px) {
  body { padding: 14px 12px 32px; }
  .sheet { display: block; }
  .side { position: static; max-height: none; }
  .form.wide { min-width: 640px; }
}`;

const print = `
@page { size: A4; margin: 14mm 12mm; }
@media print {
  body { display: flex; max-width: none; padding: 0; font-size: 10.5pt; }
  .sheet { display: block; }
  .side { position: static; max-height: none; overflow: visible; }
  .scroll { overflow: visible; }
  .report + .report { break-before: page; border: 0; }
  .form { font-size: 8.5pt; }
  .form.parted thead { display: table-row-group; }
  .form tr, .finding { break-inside: avoid; }
  h2, h3, header { break-after: avoid; }
  .links, .back { display: none; }
  a { color: inherit; text-decoration: none; }
  * { print-color-adjust: exact; }
}`;

/** The style of the page. */
export const style = [colors, page, findings, tables, prose, narrow, print].join('').trim();
