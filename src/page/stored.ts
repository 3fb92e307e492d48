import {
  blocks,
  type PackedOrgan,
  type Setting,
  type ShownOrgan,
  type ShownSheet,
  shownOrgan,
} from './shape.ts';

type Block = keyof typeof blocks;

function blocksOf(block: Block): HTMLScriptElement[] {
  return [...document.querySelectorAll<HTMLScriptElement>(`script[data-block="${blocks[block]}"]`)];
}

/** The value of a block, written into the page by the same version of the program that this script is of. */
function contentOf<T>(block: HTMLScriptElement | undefined): T | null {
  return block === undefined ? null : JSON.parse(block.text);
}

/** What the page holds. @throws if it was cut off before its head was complete. */
export interface Stored {
  readonly setting: Setting;
  readonly organs: readonly ShownOrgan[];
  /** The tables of a report; null where they are not in the page. */
  sheet(source: string): ShownSheet | null;
}

/** Reads the blocks of the page; the sheets only when they are asked for. */
export function stored(): Stored {
  const setting = contentOf<Setting>(blocksOf('setting')[0]);
  if (setting === null) throw new Error('the page is not complete');
  const organs = blocksOf('organ').flatMap((block) => {
    const packed = contentOf<PackedOrgan>(block);
    return packed === null ? [] : [shownOrgan(packed)];
  });
  const sheets = new Map(
    blocksOf('sheet').map((block) => [JSON.parse(block.dataset.source ?? 'null'), block]),
  );
  return { setting, organs, sheet: (source) => contentOf<ShownSheet>(sheets.get(source)) };
}
