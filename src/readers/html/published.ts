import { attribute, childNamed, type Element, isElement, type Parent } from './tree.ts';

/**
 * Names of what the head of a page says of the day of its publication, in lower case: those of the
 * standard for government sites (国办发〔2017〕47号) and of common site software. Days of change are none of them.
 */
const names = new Set([
  'pubdate',
  'publishdate',
  'publish_date',
  'firstpublishedtime',
  'article:published_time',
]);

function nameOf(meta: Element): string {
  return (attribute(meta, 'name') ?? attribute(meta, 'property') ?? '').trim().toLowerCase();
}

/** What the head of a page says of the day of its publication, as it is written. */
export function publishedIn(root: Parent): string[] {
  const head = childNamed(childNamed(root, 'html'), 'head');
  const metas = (head?.childNodes ?? [])
    .filter(isElement)
    .filter((each) => each.tagName === 'meta');
  return metas.flatMap((meta) =>
    names.has(nameOf(meta)) ? (attribute(meta, 'content')?.slice(0, 40) ?? []) : [],
  );
}
