import type { Budget, Marks } from './marks.ts';
import { matrixOf } from './matrix.ts';
import {
  beginContent,
  beginForm,
  beginGroup,
  type Drawing,
  moveText,
  type Pen,
  path,
  restore,
  type Step,
  save,
  setFont,
  setMany,
  setTextMatrix,
  show,
  takePicture,
  transform,
} from './pen.ts';
import { firstState, numberAt, unit } from './state.ts';

/** What each operator does; those that are not here leave no mark. */
const steps: Readonly<Record<string, Step>> = {
  save,
  restore,
  transform: (pen, args) => transform(pen, matrixOf(args)),
  setLineWidth: ({ state }, args) => {
    state.lineWidth = numberAt(args, 0);
  },
  setGState: setMany,
  constructPath: path,
  clip: (pen) => {
    pen.clips = true;
  },
  eoClip: (pen) => {
    pen.clips = true;
  },
  beginText: (pen) => setTextMatrix(pen, unit),
  setTextMatrix: (pen, args) => setTextMatrix(pen, matrixOf(args[0])),
  setFont: (pen, args) => setFont(pen, args[0], numberAt(args, 1)),
  setCharSpacing: ({ state }, args) => {
    state.charSpacing = numberAt(args, 0);
  },
  setWordSpacing: ({ state }, args) => {
    state.wordSpacing = numberAt(args, 0);
  },
  setHScale: ({ state }, args) => {
    state.scale = numberAt(args, 0) / 100;
  },
  setLeading: ({ state }, args) => {
    state.leading = -numberAt(args, 0);
  },
  setTextRise: ({ state }, args) => {
    state.rise = numberAt(args, 0);
  },
  moveText: (pen, args) => moveText(pen, numberAt(args, 0), numberAt(args, 1)),
  setLeadingMoveText: (pen, args) => {
    pen.state.leading = numberAt(args, 1);
    moveText(pen, numberAt(args, 0), numberAt(args, 1));
  },
  nextLine: (pen) => moveText(pen, 0, pen.state.leading),
  showText: show,
  showSpacedText: show,
  paintFormXObjectBegin: beginForm,
  paintFormXObjectEnd: (pen) => {
    pen.state = pen.saved.pop() ?? pen.state;
    pen.empty = false;
  },
  beginGroup,
  endGroup: (pen) => {
    if (pen.groups.pop() === true) pen.masks -= 1;
  },
  beginMarkedContent: (pen) => {
    pen.hidden.push(false);
  },
  beginMarkedContentProps: beginContent,
  endMarkedContent: (pen) => {
    pen.hidden.pop();
  },
  shadingFill: (pen) => {
    pen.marks.painted = true;
    pen.empty = false;
  },
};

function stepsByNumber(names: Readonly<Record<string, number>>): readonly (Step | undefined)[] {
  const list: (Step | undefined)[] = [];
  for (const [name, step] of Object.entries(steps)) {
    const number = names[name];
    if (number !== undefined) list[number] = step;
  }
  return list;
}

/** How much an operator may cost: each glyph and each number of a path counts. */
function costOf(args: readonly unknown[]): number {
  const [first, second] = args;
  if (Array.isArray(first)) return 1 + first.length;
  const [packed]: unknown[] = Array.isArray(second) ? second : [];
  return packed instanceof Float32Array ? 1 + packed.length / 3 : 1;
}

/** What a page shows. Null where the document has drawn more than it may. */
export function marksOf(drawing: Drawing, budget: Budget): Marks | null {
  const marks: Marks = { glyphs: [], across: [], down: [], pictures: [], painted: false };
  const pen: Pen = {
    state: firstState(drawing.matrix, drawing.page),
    saved: [],
    marks,
    drawing,
    fonts: new Map(),
    clips: false,
    hidden: [],
    masks: 0,
    groups: [],
    empty: false,
  };
  const table = stepsByNumber(drawing.names);
  for (const [i, operator] of drawing.operators.entries()) {
    const args = drawing.args[i];
    const list: readonly unknown[] = Array.isArray(args)
      ? args
      : args instanceof Float32Array
        ? Array.from<unknown>(args)
        : [];
    budget.left -= costOf(list);
    if (budget.left < 0) return null;
    table[operator]?.(pen, list);
  }
  takePicture(pen);
  return marks;
}
