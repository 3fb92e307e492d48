export type Language = 'zh' | 'en';

/** A sentence in both languages; `{name}` stands for an argument. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** The names of the placeholders in a template. */
export type Slots<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Slots<Rest>
  : never;
