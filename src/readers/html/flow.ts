import { raised, struckThrough } from '../marks.ts';
import { roleOf } from './elements.ts';
import { type Attached, attachmentOf, inputText, opaqueOf } from './opaque.ts';
import { isHidden, isPlain, isSuspect, markOf } from './style.ts';
import { type Child, type Element, type Parent, type Text, walk } from './tree.ts';
import { collapse, preformatted, tidy } from './whitespace.ts';

/** Text and pictures between two edges of blocks. */
export interface Run {
  readonly text: string;
  readonly opaques: readonly Attached[];
  /** Where the run begins. */
  readonly node: Child;
  readonly isTopHeading: boolean;
}

export interface Flow {
  readonly run: (run: Run) => void;
  /** Whether to go into a table as if it were blocks; what else is to be made of it is made here. */
  readonly table: (table: Element) => boolean;
  /** Text is left out that was deleted under tracked changes. */
  readonly deletion: () => void;
  /** Text is taken that may not be seen; where nobody hears of it, it is left out. */
  readonly suspicion?: () => void;
}

interface State {
  readonly flow: Flow;
  raw: string;
  first: Child | null;
  opaques: Attached[];
  /** Elements that are open and strike their text, and those that raise it. */
  readonly struck: Element[];
  readonly raised: Element[];
  preformattedDepth: number;
  headingDepth: number;
  /** How many parts of the page are open that belong to the site and not to the text. */
  furnitureDepth: number;
}

const furniture = new Set(['nav', 'header', 'footer']);

function edge(state: State): void {
  const { flow, raw, first: node, opaques } = state;
  const text = raw === '' ? '' : tidy(raw);
  if (node !== null && (text !== '' || opaques.length > 0)) {
    flow.run({ text, opaques, node, isTopHeading: state.headingDepth > 0 });
  }
  state.raw = '';
  state.first = null;
  if (opaques.length > 0) state.opaques = [];
}

function addText(state: State, value: string, node: Child): void {
  if (state.first === null && /\S/u.test(value)) state.first = node;
  const text = state.preformattedDepth > 0 ? preformatted(value) : collapse(value);
  const shown = state.struck.length > 0 ? struckThrough(text) : text;
  state.raw += state.raised.length > 0 ? raised(shown) : shown;
}

function addOpaque(state: State, opaque: Attached | null, node: Child): void {
  if (opaque === null || state.furnitureDepth > 0) return;
  state.opaques.push(opaque);
  state.first ??= node;
}

/** Counts an element that changes how what stands in it is read: 1 where it is entered, -1 where it is left. */
function count(state: State, element: Element, step: 1 | -1): void {
  if (element.tagName === 'h1') state.headingDepth += step;
  else if (furniture.has(element.tagName)) state.furnitureDepth += step;
  else if (roleOf(element) === 'preformatted') state.preformattedDepth += step;
}

function openMark(state: State, element: Element): void {
  const mark = markOf(element);
  if (mark?.isStruck) state.struck.push(element);
  if (mark?.isRaised) state.raised.push(element);
}

function closeMark({ struck, raised }: State, element: Element): void {
  if (struck.at(-1) === element) struck.pop();
  if (raised.at(-1) === element) raised.pop();
}

function enterInline(state: State, element: Element): boolean {
  if (element.tagName === 'del') {
    state.flow.deletion();
    return false;
  }
  openMark(state, element);
  if (element.tagName === 'a') addOpaque(state, attachmentOf(element), element);
  return true;
}

/** Nothing of the element is read. */
function isLeftOut({ flow }: State, element: Element): boolean {
  if (isPlain(element)) return false;
  if (isHidden(element)) return true;
  if (!isSuspect(element)) return false;
  flow.suspicion?.();
  return flow.suspicion === undefined;
}

function enter(state: State, element: Element): boolean {
  const role = roleOf(element);
  if (role === 'unread' || isLeftOut(state, element)) return false;
  switch (role) {
    case 'block':
    case 'preformatted':
      edge(state);
      count(state, element, 1);
      openMark(state, element);
      return true;
    case 'table':
      edge(state);
      return state.flow.table(element);
    case 'break':
      state.raw += '\n';
      return false;
    case 'opaque':
      addOpaque(state, opaqueOf(element), element);
      return false;
    case 'input':
      addText(state, inputText(element), element);
      return false;
    case undefined:
      return enterInline(state, element);
  }
}

/**
 * Reads what stands in a node as runs of text, in order. Hidden elements, scripts and comments are
 * left out, and `<br>` is a line break.
 */
export function readFlow(root: Parent, flow: Flow): void {
  const state: State = {
    flow,
    raw: '',
    first: null,
    opaques: [],
    preformattedDepth: 0,
    headingDepth: 0,
    furnitureDepth: 0,
    struck: [],
    raised: [],
  };
  walk(root, {
    text: (node: Text) => addText(state, node.value, node),
    enter: (element) => enter(state, element),
    leave: (element) => {
      closeMark(state, element);
      if (roleOf(element) === undefined) return;
      edge(state);
      count(state, element, -1);
    },
  });
  edge(state);
}
