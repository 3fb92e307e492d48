import { runDocument } from '../../src/check.ts';
import type { Run } from '../../src/model/run.ts';
import type { Waiver } from '../../src/model/waiver.ts';
import { failing, type JsonObject, put } from '../cli/records.ts';

const esc = '\u001b';

/**
 * What would break out of one format or another if it stood there as it is: markup and ends of
 * markup, quotes, commands of a build server, formulas, Markdown, codes that a terminal obeys,
 * letters that turn the line round, ends of lines, NUL.
 */
export const attacks = {
  script: '</script><script>alert(1)</script>',
  image: '<img src=x onerror=alert(2)>',
  attribute: '"\' onmouseover="alert(3)" x=\'',
  cdata: ']]><failure/>',
  comment: '--><b>',
  entity: '&lt;&#60;&amp;&bogus;<!DOCTYPE x [<!ENTITY e SYSTEM "file:///none">]>&e;',
  command: '\n::error file=x::mine\r\n##[error]mine\n::set-output name=x::y',
  properties: ',line=9::,title=a%0A%3A:b',
  formula: "=cmd|' /C calc'!A0",
  sum: '+SUM(1,2)@x',
  table: '| a | b\\| `code` |\n|---|---|\n',
  link: '[press](javascript:alert(4)) ![x](http://127.0.0.1/x) <http://127.0.0.1/y> www.none.invalid',
  mention:
    '@everyone #1 **bold** _it_ ~~no~~ # head\n# head\n- list\n> quote\n\n    code\n```\nfence\n```',
  terminal: `${esc}[31mred${esc}]0;title\u0007\u009b2J`,
  bidi: '\u202eabc\u2066def\u2069\u200b\u2028\u2029',
  nul: 'a\u0000b\uffff\ufffe\ud800',
  prototype: '__proto__{{constructor}}\u0024{x}<%= y %>',
} as const;

/** All attacks in one text. */
export const hostileText = Object.values(attacks).join(' ');

/** A file name that no system forbids but for NUL, which is written out here. */
export const hostileName = `dir name/${hostileText.replaceAll('\u0000', '0')}.json`;

/** A sentence that says something wrong, with an attack on each side of the figure. */
const prose = (attack: string): string => `${attack}本年新收政府信息公开申请7件${attack}。`;

/**
 * A record whose organ, headers, cells and prose are hostile. What stands in a cell or a sentence is
 * cut by the program to a few characters, so each attack stands in one of its own.
 */
export const hostileRecord: JsonObject = Object.entries({
  organ: hostileText,
  'tables.proactiveDisclosure.governmentRules.newlyMade': attacks.script,
  'tables.proactiveDisclosure.governmentRules.newlyDisclosed': attacks.table,
  'tables.proactiveDisclosure.normativeDocuments.newlyMade': attacks.formula,
  'tables.proactiveDisclosure.normativeDocuments.newlyDisclosed': attacks.command,
  'tables.requests.handled.granted.0': attacks.cdata,
  'tables.requests.handled.granted.1': attacks.mention,
  'tables.requests.handled.granted.2': attacks.terminal,
  'tables.requests.handled.granted.3': attacks.bidi,
  'tables.requests.handled.granted.4': attacks.nul,
  'tables.requests.handled.granted.5': attacks.link,
  headers: {
    'proactiveDisclosure.licensing.netChange': attacks.image,
    'proactiveDisclosure.penalties.netChange': attacks.entity,
  },
  text: { overview: Object.values(attacks).map(prose).join('\n') },
}).reduce<JsonObject>((made, [path, value]) => put(made, path, value), failing);

/** Why a finding was accepted, in words as hostile as the rest. */
export const hostileWaiver: Waiver = {
  reason: hostileText,
  by: attacks.mention,
  until: null,
  place: { source: hostileName, at: null, line: null },
};

/** The run of the hostile record, its last finding waived; and that of a file that is none. */
export function hostileRuns(): Run[] {
  const [run] = runDocument(JSON.stringify(hostileRecord), hostileName);
  if (run === undefined || run.report === null) throw new Error('the hostile record is no report');
  const findings = run.findings.map((finding, i) =>
    i === run.findings.length - 1 ? { ...finding, waiver: hostileWaiver } : finding,
  );
  const wrong = { ...put(failing, 'year', hostileText), [hostileText]: hostileText };
  return [{ ...run, findings }, ...runDocument(JSON.stringify(wrong), hostileName)];
}
