import { type Draw, drawFrom } from './generate.ts';

type Mutation = (bytes: Uint8Array, draw: Draw) => Uint8Array;

function spliced(bytes: Uint8Array, from: number, to: number, middle: Uint8Array): Uint8Array {
  const whole = new Uint8Array(from + middle.length + bytes.length - to);
  whole.set(bytes.subarray(0, from));
  whole.set(middle, from);
  whole.set(bytes.subarray(to), from + middle.length);
  return whole;
}

function range(bytes: Uint8Array, draw: Draw, most: number): [number, number] {
  const from = draw(bytes.length);
  return [from, Math.min(bytes.length, from + draw(most))];
}

const mutations: readonly Mutation[] = [
  // some bytes changed
  (bytes, draw) => {
    const copy = bytes.slice();
    for (let i = draw(8); i >= 0; i--) copy[draw(bytes.length - 1)] = draw(255);
    return copy;
  },
  // cut off
  (bytes, draw) => bytes.slice(0, draw(bytes.length)),
  // a piece left out
  (bytes, draw) => spliced(bytes, ...range(bytes, draw, 400), new Uint8Array(0)),
  // a piece twice
  (bytes, draw) => {
    const [from, to] = range(bytes, draw, 400);
    return spliced(bytes, to, to, bytes.subarray(from, to));
  },
  // a piece put elsewhere
  (bytes, draw) => {
    const [from, to] = range(bytes, draw, 400);
    const at = draw(bytes.length);
    return spliced(bytes, at, at, bytes.slice(from, to));
  },
  // a run of one byte
  (bytes, draw) => {
    const [from, to] = range(bytes, draw, 40);
    return spliced(bytes, from, to, new Uint8Array(draw(400)).fill(draw(255)));
  },
];

/** A damaged copy of a document, the same for the same seed: one to three pieces changed, lost, doubled or moved. */
export function mutate(bytes: Uint8Array, seed: number): Uint8Array {
  const draw = drawFrom(seed);
  let result = bytes;
  for (let i = draw(2); i >= 0 && result.length > 0; i--) {
    result = mutations[draw(mutations.length - 1)]?.(result, draw) ?? result;
  }
  return result;
}
