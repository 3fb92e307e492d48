/** The answers a cell can give, and `absent` for a cell of the form that the document does not have. */
export const CellKind = {
  absent: 0,
  number: 1,
  blank: 2,
  notApplicable: 3,
  unreadable: 4,
} as const;
export type CellKind = (typeof CellKind)[keyof typeof CellKind];

/** A cell read: `value` counts only with kind number, and is 0 otherwise. */
export interface CellAnswer {
  readonly kind: CellKind;
  readonly value: number;
}
