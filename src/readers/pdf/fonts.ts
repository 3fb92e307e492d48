import { matrixOf } from './matrix.ts';
import { type Font, isRecord, numberAt } from './state.ts';

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) || value instanceof Float32Array || value instanceof Int16Array
    ? Array.from<unknown>(value)
    : [];
}

/** The metrics of vertical text: advance down, origin right and up of the horizontal one. */
export function metricsOf(value: unknown): readonly [number, number, number] | null {
  const list = listOf(value);
  return list.length < 3 ? null : [numberAt(list, 0), numberAt(list, 1), numberAt(list, 2)];
}

/** Reads what pdfjs tells of a font. */
export function fontOf(value: unknown): Font | null {
  if (!isRecord(value)) return null;
  const matrix = matrixOf(value.fontMatrix) ?? [0.001, 0, 0, 0.001, 0, 0];
  const box = listOf(value.bbox);
  const high = Math.abs((numberAt(box, 3) - numberAt(box, 1)) * matrix[3]);
  const type3 = value.isType3Font === true;
  return {
    vertical: value.vertical === true,
    type3,
    matrix,
    height: type3 && high > 0.2 && high < 5 ? high : 1,
    metrics: metricsOf(value.defaultVMetrics) ?? [-1000, 500, 880],
  };
}
