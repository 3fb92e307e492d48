import type { Problem } from '../../model/problem.ts';
import { child, isOn, readTrees, valueIn, type XmlNode } from '../xml/tree.ts';
import { attribute, type XmlPart } from '../xml.ts';
import { numeral } from './numerals.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  readonly legal: boolean;
  readonly restarts: boolean;
}

/** A list as paragraphs name it: levels of an abstract list, some of them replaced. */
interface List {
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
}

/** A style's list, and the style that it goes on from. */
interface Style {
  readonly list: string | undefined;
  readonly level: string | undefined;
  readonly basedOn: string | undefined;
}

/** The automatic numbers of a document; asked once for each paragraph, in order. */
export interface Numbering {
  label(properties: XmlNode | undefined): string;
}

function whole(text: string | undefined, otherwise: number): number {
  const value = Number.parseInt(text ?? '', 10);
  return Number.isNaN(value) ? otherwise : value;
}

function levelsOf(node: XmlNode): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const level of node.children) {
    if (level.name !== 'lvl') continue;
    levels.set(whole(attribute(level.attributes, 'ilvl'), 0), {
      start: whole(valueIn(level, 'start'), 0),
      format: valueIn(level, 'numFmt') ?? 'decimal',
      text: valueIn(level, 'lvlText') ?? '',
      legal: isOn(level, 'isLgl'),
      restarts: valueIn(level, 'lvlRestart') !== '0',
    });
  }
  return levels;
}

function listOf(node: XmlNode, abstracts: ReadonlyMap<string, Map<number, Level>>): List {
  const abstract = valueIn(node, 'abstractNumId') ?? '';
  const levels = new Map(abstracts.get(abstract));
  const starts = new Map<number, number>();
  for (const override of node.children) {
    if (override.name !== 'lvlOverride') continue;
    const index = whole(attribute(override.attributes, 'ilvl'), 0);
    for (const [, level] of levelsOf(override)) levels.set(index, level);
    const start = valueIn(override, 'startOverride');
    if (start !== undefined) starts.set(index, whole(start, 1));
  }
  return { abstract, levels, starts };
}

const everything = { keep: () => true, hasText: () => false };

/** The lists of `numbering.xml`, by the number that paragraphs name. */
export function readLists(bytes: Uint8Array, part: XmlPart): Map<string, List> | Problem {
  const abstracts = new Map<string, Map<number, Level>>();
  const linked = new Map<string, Map<number, Level>>();
  const links = new Map<string, string>();
  const lists = new Map<string, List>();
  const refused = readTrees(bytes, part, { within: 'numbering', ...everything }, (node) => {
    if (node.name === 'abstractNum') {
      const id = attribute(node.attributes, 'abstractNumId') ?? '';
      const levels = levelsOf(node);
      const link = valueIn(node, 'numStyleLink');
      const style = valueIn(node, 'styleLink');
      abstracts.set(id, levels);
      if (link !== undefined) links.set(id, link);
      if (style !== undefined) linked.set(style, levels);
    } else if (node.name === 'num') {
      for (const [id, link] of links) abstracts.set(id, linked.get(link) ?? new Map());
      links.clear();
      lists.set(attribute(node.attributes, 'numId') ?? '', listOf(node, abstracts));
    }
    return null;
  });
  return refused ?? lists;
}

/** The paragraph styles that number, or go on from one that may. */
export function readStyles(bytes: Uint8Array, part: XmlPart): Map<string, Style> | Problem {
  const styles = new Map<string, Style>();
  const refused = readTrees(bytes, part, { within: 'styles', ...everything }, (node) => {
    const id = attribute(node.attributes, 'styleId');
    if (node.name !== 'style' || id === undefined) return null;
    const numbers = child(child(node, 'pPr'), 'numPr');
    const list = valueIn(numbers, 'numId');
    const level = valueIn(numbers, 'ilvl');
    styles.set(id, { list, level, basedOn: valueIn(node, 'basedOn') });
    return null;
  });
  return refused ?? styles;
}

/** List and level of a paragraph, from itself or the style nearest to it that names one. */
function chosen(
  properties: XmlNode | undefined,
  styles: ReadonlyMap<string, Style>,
): readonly [string | undefined, number] {
  const own = child(properties, 'numPr');
  let list = valueIn(own, 'numId');
  let level = valueIn(own, 'ilvl');
  let id = valueIn(properties, 'pStyle');
  for (let i = 0; i < 20 && id !== undefined && list === undefined; i++) {
    const style = styles.get(id);
    list = style?.list;
    level ??= style?.level;
    id = style?.basedOn;
  }
  return [list, whole(level, 0)];
}

const mostLevels = 9;

function written(list: List, counts: readonly (number | undefined)[], level: Level): string {
  return level.text.replace(/%([1-9])/gu, (_, digit: string) => {
    const index = Number(digit) - 1;
    const of = list.levels.get(index);
    const format = level.legal ? 'decimal' : (of?.format ?? 'decimal');
    return numeral(counts[index] ?? of?.start ?? 1, format);
  });
}

/** Numbers paragraphs; lists of one abstract list count on together, unless one begins anew. */
export function numberingOf(
  lists: ReadonlyMap<string, List>,
  styles: ReadonlyMap<string, Style>,
): Numbering {
  const counts = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return {
    label(properties) {
      const [id, index] = chosen(properties, styles);
      const list = id === undefined ? undefined : lists.get(id);
      const level = list?.levels.get(index);
      if (list === undefined || level === undefined || index >= mostLevels) return '';
      const all = counts.get(list.abstract) ?? [];
      counts.set(list.abstract, all);
      const key = `${id} ${index}`;
      const anew = begun.has(key) ? undefined : list.starts.get(index);
      begun.add(key);
      const last = all[index];
      all[index] = anew ?? (last === undefined ? level.start : last + 1);
      for (let below = index + 1; below < mostLevels; below++) {
        if (list.levels.get(below)?.restarts !== false) all[below] = undefined;
      }
      return level.format === 'bullet' ? '' : written(list, all, level);
    },
  };
}
