import type { Force } from '../model/claim.ts';
import type { Report } from '../model/report.ts';
import { type Facets, isCarried, rolesOf } from './facets.ts';
import type { Role } from './grammar/meaning.ts';
import type { Node, Said } from './nodes.ts';
import type { Token } from './token.ts';

/** No organ has a longer name; what follows is not looked through for every figure. */
const longestOrgan = 200;

/** `part` can be had of `whole` by leaving characters out, as an organ's short name is had of its full one. */
function isShortOf(part: string, whole: string): boolean {
  const name = whole.slice(0, longestOrgan);
  let at = 0;
  for (const character of part) {
    at = name.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

const han = /[\u4e00-\u9fff]/gu;

/** Characters that the grammar does not know and that may narrow what is spoken of. */
function isStrange(text: string, organ: string | null): boolean {
  if (text === '') return false;
  let strange = 0;
  for (const run of text.split(/[ #《》]+/u)) {
    const characters = run.match(han) ?? [];
    if (organ === null || !isShortOf(characters.join(''), organ)) strange += characters.length;
  }
  return strange > 1;
}

/** Bodies that a report may speak of besides its own organ. */
const body =
  /(?:政府办公?[室厅]?|办公[室厅]|(?:局|委员会|街道|镇政府|乡政府|公司|大队|支队|医院|学校|开发区|管委会)(?:$|[共收受办答]))/u;
const longestBody = 40;

const none: readonly string[] = [];

/** Names of bodies among words that the grammar does not know. */
export function bodiesIn(tokens: readonly Token[]): readonly string[] {
  let bodies: string[] | null = null;
  for (const token of tokens) {
    if (token.is !== 'rest') continue;
    const name = token.text.length > longestBody ? token.text.slice(-longestBody) : token.text;
    if (!body.test(name)) continue;
    bodies ??= [];
    bodies.push(name);
  }
  return bodies ?? none;
}

function isOther(name: string, organ: string | null): boolean {
  const characters = name.match(han) ?? [];
  return organ === null || !isShortOf(characters.join(''), organ);
}

function restOf(tokens: readonly Token[]): string {
  let text = '';
  for (const token of tokens) if (token.is === 'rest') text += ` ${token.text}`;
  return text;
}

/** Organs that report for themselves alone, not for a region. */
const department =
  /(?:局|委|委员会|厅|办|办公室|办公厅|处|院|中心|站|所|队|部|社|行|校|大学|学院|公司|集团)$/u;

/** Another time, another thing, or a region that the organ does not report for. */
function isNarrowing(role: Role, organ: string | null): boolean {
  if (role === 'region') return organ !== null && department.test(organ.slice(-longestOrgan));
  return role === 'otherTime' || role === 'partTime' || role === 'otherThing';
}

function isNarrowed(roles: ReadonlySet<Role>, organ: string | null): boolean {
  for (const role of roles) if (isNarrowing(role, organ)) return true;
  return false;
}

/** Another body than the report's is named in the sentence. */
export function isOfOther({ bodies }: Said, { organ }: Report): boolean {
  return bodies.some((name) => isOther(name, organ));
}

function isNow({ roles, scopes }: Pick<Node, 'roles' | 'scopes'>): boolean {
  return roles.has('now') || scopes.has('now');
}

/** The words before something leave open whether it is about the whole of the report's year and organ. */
export function isScoped(said: Said, report: Report, facets: Facets = {}): boolean {
  const { before, years, scopes } = said;
  const { organ, year } = report;
  // Requests are carried over from the year before, and forward to the next.
  const reach = isCarried(facets) ? 1 : 0;
  if (year !== null && years.some((each) => Math.abs(each - year) > reach)) return true;
  const own = rolesOf(before);
  // 目前有效: in force when it is written, hardly otherwise than at the end of the year.
  if (isNow({ roles: own, scopes }) && facets.act?.includes('inForce') !== true) return true;
  return (
    isNarrowed(own, organ) ||
    isNarrowed(scopes, organ) ||
    isStrange(restOf(before), organ) ||
    isOfOther(said, report)
  );
}

/** What was said with other words before it, whatever the years. */
export function yearless({ bodies, scopes }: Said, before: readonly Token[]): Said {
  return { before, bodies, years: [], scopes };
}

/** What a contradiction of this figure is worth, its words alone being worth `force`. */
export function forceOf(node: Node, facets: Facets, force: Force, report: Report): Force {
  if (force === 'scoped' || isScoped(node, report, facets)) return 'scoped';
  return node.figure.isApproximate || node.isSaidBehind || isNow(node) ? 'weak' : force;
}
