import { differ, type Facets, facetsOf, filled, isEmpty, rolesOf } from './facets.ts';
import { bodiesIn } from './force.ts';
import type { Role } from './grammar/meaning.ts';
import { isAmount, type List, type Node, type Parsed, type Said, type Statement } from './nodes.ts';
import type { Spoken } from './sentences.ts';
import type { Token } from './token.ts';
import { tokensOf } from './tokens.ts';

/** Roles that hold for what follows in the sentence. */
const lasting: readonly Role[] = ['region', 'partTime', 'now'];
const strength: Readonly<Record<string, number>> = { '、': 1, '+': 1, '，': 2, '；': 3 };
/** A report has some hundreds of figures; behind so many nothing is read any more. */
export const mostFigures = 50_000;
/** More brackets than this, one in the other, are none. */
const deepest = 12;
/** More of them than this say nothing more. */
const mostKept = 16;
/** 其中 cannot be told to go back to one of more figures than this. */
const mostCandidates = 32;

interface Frame {
  readonly list: List;
  readonly isBracket: boolean;
}

interface State {
  readonly sentence: Spoken;
  /** Amounts of the sentence before. */
  readonly earlier: readonly Node[];
  readonly nodes: Node[];
  readonly lists: List[];
  readonly statements: Statement[];
  readonly frames: Frame[];
  readonly top: List;
  segment: Token[];
  topic: Facets;
  bodies: readonly string[];
  /** Years named before the first figure, and since the last semicolon. */
  opening: readonly number[];
  recent: readonly number[];
  scopes: ReadonlySet<Role>;
  boundary: string | null;
  /** The figure that what is read now stands behind. */
  pending: Node | null;
  last: Node | null;
}

type Opening = Pick<List, 'whole' | 'isNamed' | 'candidates' | 'label'>;

function listOf(opening: Opening): List {
  const { whole, isNamed, candidates, label } = opening;
  return {
    whole,
    candidates,
    label,
    isNamed,
    nodes: [],
    first: null,
    last: null,
    separator: null,
    isOpen: false,
  };
}

function frameOf({ frames, top }: State): Frame {
  return frames.at(-1) ?? { list: top, isBracket: false };
}

function open(state: State, isBracket: boolean, opening: Opening): void {
  if (state.frames.length >= deepest) return;
  const list = listOf(opening);
  state.lists.push(list);
  state.frames.push({ list, isBracket });
}

/** `known` with what it lacks of `more`; the same array where it lacks nothing or is full. */
function joined<V>(known: readonly V[], more: readonly V[]): readonly V[] {
  if (more.length === 0) return known;
  const fresh = more.filter((each) => !known.includes(each));
  return fresh.length === 0 || known.length >= mostKept ? known : [...known, ...fresh];
}

function withScopes(scopes: ReadonlySet<Role>, roles: ReadonlySet<Role>): ReadonlySet<Role> {
  const fresh = lasting.filter((role) => roles.has(role) && !scopes.has(role));
  return fresh.length === 0 ? scopes : new Set([...scopes, ...fresh]);
}

/** What is said by a run of tokens holds for what follows in the sentence, too. */
function remember(state: State, tokens: readonly Token[], roles: ReadonlySet<Role>): void {
  if (tokens.length === 0) return;
  state.bodies = joined(state.bodies, bodiesIn(tokens));
  state.scopes = withScopes(state.scopes, roles);
}

function saidIn({ bodies, opening, recent, scopes }: State, before: readonly Token[]): Said {
  return { before, bodies, years: joined(opening, recent), scopes };
}

/** 均 and 无 say something of what follows them in their clause; returns whether the clause does so. */
function noteStatement(state: State, tokens: readonly Token[], roles: ReadonlySet<Role>): boolean {
  if (!roles.has('none') && !roles.has('all')) return false;
  const { sentence } = state;
  for (const [i, token] of tokens.entries()) {
    const role = token.is === 'word' ? token.sense.meaning.role : undefined;
    if (token.is !== 'word' || (role !== 'none' && role !== 'all')) continue;
    const [lead, rest] = [tokens.slice(0, i), tokens.slice(i + 1)];
    const lastWord = rest.findLast((each) => each.is === 'word');
    state.statements.push({
      ...saidIn(state, rest),
      sentence,
      role,
      lead,
      start: token.start,
      end: lastWord?.is === 'word' ? lastWord.end : token.end,
      facets: facetsOf(rest, sentence.text),
      topic: filled(facetsOf(lead, sentence.text), state.topic),
      previous: state.last,
    });
    return true;
  }
  return false;
}

/** Nothing says yet what is counted. */
function isSubjectless({ stage, case: kind, document, matter, result }: Facets): boolean {
  return (stage ?? kind ?? document ?? matter ?? result) === undefined;
}

/** A clause ends: what stood behind a figure is its own, what stood without one is a topic. */
function closeSegment(state: State): void {
  const { pending, segment, sentence } = state;
  const said = facetsOf(segment, sentence.text);
  const roles = rolesOf(segment);
  if (pending !== null) {
    pending.after = segment;
    if (isSubjectless(pending.facets) && !isEmpty(said)) {
      pending.facets = filled(pending.facets, said);
      pending.isSaidBehind = true;
    }
  } else if (segment.length > 0 && !noteStatement(state, segment, roles) && !isEmpty(said)) {
    state.topic = filled(said, state.topic);
  }
  remember(state, segment, roles);
  state.pending = null;
  state.segment = [];
}

/** A list ends where a stronger mark than its own stands, or something else is spoken of. */
function leaveLists(state: State, own: Facets): void {
  for (;;) {
    const { list, isBracket } = frameOf(state);
    if (isBracket || state.frames.length === 1) return;
    const { boundary } = state;
    const isStronger =
      list.separator !== null &&
      boundary !== null &&
      (strength[boundary] ?? 0) > Math.max(2, strength[list.separator] ?? 0);
    const isOther = list.whole !== null && differ(own, list.whole.facets);
    if (!isStronger && !isOther) return;
    state.frames.pop();
  }
}

function addFigure(state: State, { figure, measure }: Extract<Token, { is: 'figure' }>): void {
  const { segment, sentence, boundary } = state;
  const facets = facetsOf(segment, sentence.text);
  if (measure !== 'rate') leaveLists(state, facets);
  const { list } = frameOf(state);
  const roles = rolesOf(segment);
  remember(state, segment, roles);
  const node: Node = {
    // Written out, since spreading objects is slow and there are many figures.
    before: segment,
    bodies: state.bodies,
    years: joined(state.opening, state.recent),
    scopes: state.scopes,
    figure,
    measure,
    roles,
    after: [],
    facets,
    meaning: null,
    isSaidBehind: false,
    topic: state.topic,
    list,
    beside: list.last,
    previous: state.last,
    mark: boundary,
  };
  if (measure !== 'rate' && list.first !== null) list.separator ??= boundary ?? '、';
  list.nodes.push(node);
  state.nodes.push(node);
  if (isAmount(node)) {
    list.first ??= node;
    list.last = node;
    state.last = node;
  }
  state.pending = node;
  state.segment = [];
  state.boundary = null;
}

function addMark(state: State, mark: string): void {
  const { pending, segment: label } = state;
  const isTop = state.frames.length === 1;
  closeSegment(state);
  if (mark === '；' && isTop) {
    state.recent = [];
    if (state.scopes.has('partTime') || state.scopes.has('now')) {
      state.scopes = new Set([...state.scopes].filter((role) => role === 'region'));
    }
  }
  if ((strength[mark] ?? 0) > (strength[state.boundary ?? ''] ?? -1)) state.boundary = mark;
  const { list } = frameOf(state);
  if (mark === '（') {
    const whole = pending === null || isAmount(pending) ? pending : list.last;
    open(state, true, { whole, isNamed: pending !== null, candidates: [], label });
  } else if (mark === '）') {
    const at = state.frames.findLastIndex((each) => each.isBracket);
    if (at > 0) state.frames.length = at;
  } else if (mark === '：' && (list.nodes.length > 0 || list.whole === null)) {
    const whole = pending ?? (rolesOf(label).has('list') ? list.last : null);
    open(state, false, { whole, isNamed: whole !== null, candidates: [], label: [] });
  }
}

/** 其中: what follows are parts of what came before, in this sentence or the one before. */
function addListWord(state: State): void {
  const { list } = frameOf(state);
  const isFirst = state.nodes.length === 0;
  // ；其中 goes back to what the sentence began with.
  const isFar = state.boundary === '；' && state.frames.length === 1;
  const isLost = isFar && state.top.nodes.length > mostCandidates;
  const far = isFar && !isLost ? state.top.nodes.filter(isAmount) : [];
  const candidates = isFirst ? state.earlier : far;
  const found = (isFirst ? candidates.at(-1) : candidates[0]) ?? list.last;
  const whole = isLost ? null : found;
  if (list.nodes.length === 0 && (!isFirst || whole === null)) return;
  closeSegment(state);
  open(state, false, { whole, isNamed: true, candidates, label: [] });
}

/** Parses one sentence; `earlier` are the amounts of the one before, to which a 其中 at its beginning goes back. */
export function parse(sentence: Spoken, earlier: readonly Node[]): Parsed {
  const top = listOf({ whole: null, isNamed: false, candidates: [], label: [] });
  const state: State = {
    sentence,
    earlier,
    nodes: [],
    lists: [top],
    statements: [],
    frames: [{ list: top, isBracket: false }],
    top,
    segment: [],
    topic: {},
    bodies: [],
    opening: [],
    recent: [],
    scopes: new Set(),
    boundary: null,
    pending: null,
    last: null,
  };
  for (const token of tokensOf(sentence)) {
    if (state.nodes.length >= mostFigures) break;
    if (token.is === 'figure') addFigure(state, token);
    else if (token.is === 'mark' && !(token.text === '、' && state.pending === null)) {
      addMark(state, token.text);
    } else {
      if (token.is === 'year') {
        if (state.nodes.length === 0) state.opening = joined(state.opening, [token.year]);
        else state.recent = joined(state.recent, [token.year]);
      }
      if (token.is === 'word' && token.sense.meaning.role === 'list') addListWord(state);
      state.segment.push(token);
    }
  }
  closeSegment(state);
  return state;
}
