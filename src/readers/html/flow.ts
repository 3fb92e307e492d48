import { raised, struckThrough } from '../marks.ts';
import { roleOf } from './elements.ts';
import { type Attached, attachmentOf, inputText, opaqueOf } from './opaque.ts';
import { type Child, type Element, isHidden, type Parent, type Text, walk } from './tree.ts';
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
}

/** Elements whose text is struck through. */
const struck = new Set(['s', 'strike']);

interface State {
  readonly flow: Flow;
  raw: string;
  first: Child | null;
  opaques: Attached[];
  struckDepth: number;
  raisedDepth: number;
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
  const shown = state.struckDepth > 0 ? struckThrough(text) : text;
  state.raw += state.raisedDepth > 0 ? raised(shown) : shown;
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

function enterInline(state: State, element: Element): boolean {
  if (struck.has(element.tagName)) state.struckDepth++;
  if (element.tagName === 'sup') state.raisedDepth++;
  if (element.tagName === 'a') addOpaque(state, attachmentOf(element), element);
  if (element.tagName !== 'del') return true;
  state.flow.deletion();
  return false;
}

function enter(state: State, element: Element): boolean {
  const role = roleOf(element);
  if (role === 'unread' || isHidden(element)) return false;
  switch (role) {
    case 'block':
    case 'preformatted':
      edge(state);
      count(state, element, 1);
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
    struckDepth: 0,
    raisedDepth: 0,
  };
  walk(root, {
    text: (node: Text) => addText(state, node.value, node),
    enter: (element) => enter(state, element),
    leave: (element) => {
      if (struck.has(element.tagName)) state.struckDepth--;
      if (element.tagName === 'sup') state.raisedDepth--;
      if (roleOf(element) === undefined) return;
      edge(state);
      count(state, element, -1);
    },
  });
  edge(state);
}
