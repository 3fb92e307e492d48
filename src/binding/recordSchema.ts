import * as z from 'zod';
import { isoDay } from '../model/day.ts';
import type { Form, FormLine } from '../model/form.ts';
import { onceFor } from '../model/onceFor.ts';
import { explanationSchema } from './explanationSchema.ts';
import { headerKeys, knownShape, lastYear, type ShapeNode, subtotalKey } from './recordShape.ts';

const cell = z
  .union([
    z.number().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER),
    z.null(),
    z.string(),
  ])
  .meta({
    id: 'cell',
    description: 'a number, null for a blank, "/" for not applicable, or the text as printed',
  });

function lineSchema(line: FormLine): z.ZodType[] {
  const columns = line.columns.map((column) => column.id);
  const array = z
    .array(cell)
    .length(columns.length)
    .describe(`in this order: ${columns.join(', ')}`);
  const object = z.strictObject(Object.fromEntries(columns.map((id) => [id, cell.optional()])));
  return columns.length === 1 ? [array, object, cell] : [array, object];
}

function union(options: z.ZodType[]): z.ZodType {
  const [only, second, ...more] = options;
  if (only === undefined) return z.never();
  return second === undefined ? only : z.union([only, second, ...more]);
}

function nodeSchema(node: ShapeNode): z.ZodType {
  const options = node.line === null ? [] : lineSchema(node.line);
  if (node.children.size > 0) {
    const entries = [...node.children].map(([key, child]) => [key, nodeSchema(child).optional()]);
    if (node.line !== null) entries.push([subtotalKey, union(lineSchema(node.line)).optional()]);
    options.push(z.strictObject(Object.fromEntries(entries)));
  }
  const schema = union(options);
  return node.line === null ? schema : schema.describe(node.line.label.zh);
}

function build(form: Form): z.ZodType {
  const { id, zh } = form.edition;
  return z
    .strictObject({
      $schema: z.string().optional(),
      edition: z.literal(id).optional().describe('left out: the edition in force for the year'),
      organ: z.string().optional().describe('行政机关'),
      year: z.int().min(1000).max(lastYear).optional().describe('the year reported on'),
      published: z.string().regex(isoDay).optional().describe('the day of publication'),
      sections: z
        .array(union(form.edition.sections.map((section) => z.literal(section.id))))
        .optional()
        .describe('the sections that the report has a title for; left out: not known'),
      tables: nodeSchema(knownShape(form)),
      headers: z
        .strictObject(
          Object.fromEntries(
            [...headerKeys(form).keys()].map((key) => [key, z.string().optional()]),
          ),
        )
        .optional()
        .describe('headers printed in other words than those of the form, by the first cell below'),
      text: z
        .strictObject({
          overview: z.string().optional(),
          problems: z.string().optional(),
          other: z.string().optional(),
        })
        .optional()
        .describe('the prose of the report'),
      explanations: z
        .array(explanationSchema)
        .optional()
        .describe('findings that are accepted, and why'),
    })
    .describe(`政府信息公开工作年度报告，${zh}`);
}

/** The schema of `report.json` for one edition, built once. */
export const recordSchema: (form: Form) => z.ZodType = onceFor(build);
