/**
 * The answers a cell can give, and `absent` for a cell of the form that the document does not have.
 * `uncertain` is a figure that was guessed: several readings are possible, and this is the likeliest.
 */
export const CellKind = {
  absent: 0,
  number: 1,
  blank: 2,
  notApplicable: 3,
  unreadable: 4,
  uncertain: 5,
} as const;
export type CellKind = (typeof CellKind)[keyof typeof CellKind];

/** The cell has something in it that no sum can be made with. */
export function isUnknown(kind: CellKind | undefined): boolean {
  return kind === CellKind.unreadable || kind === CellKind.uncertain;
}

/** A cell read: `value` counts only with kind number; it is a guess with kind uncertain, otherwise 0. */
export interface CellAnswer {
  readonly kind: CellKind;
  readonly value: number;
}
