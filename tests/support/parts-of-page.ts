import { parse, serialize } from 'parse5';
import { elementsIn } from '../access/markup.ts';

type Element = ReturnType<typeof elementsIn>[number];

/** Whether a page has a part in a place that none of the pages told before had, told to `known`. */
export function hasNewParts(html: string, known: Set<string>): boolean {
  const before = known.size;
  for (const element of partsOf(parse(html))) known.add(partOf(element));
  return known.size > before;
}

/** The page with the attribute `mark` on each part that stands where none of the pages told before had one; none without such a part. */
export function withNewPartsMarked(html: string, known: Set<string>, mark: string): string | undefined {
  const page = parse(html);
  const found = partsOf(page).filter((element) => !known.has(partOf(element)));
  for (const element of found) known.add(partOf(element));
  for (const { attrs } of found) attrs.push({ name: mark, value: '' });
  return found.length === 0 ? undefined : serialize(page);
}

/** What is seen of a page: not what stands in its head. */
const partsOf = (page: Parameters<typeof elementsIn>[0]) =>
  elementsIn(page).flatMap((element) => (element.tagName === 'body' ? elementsIn(element) : []));

/** Attributes by whose value a style chooses, and those by whose being there it does. */
const byValue = /^(?:class|type|role|aria-(?:current|sort|pressed|selected|hidden|disabled)|fill|stroke)$/;
const byBeing = /^(?:href|open|hidden|disabled|readonly|checked|data-.*)$/;
/** Classes that give a place and no look. */
const ofPlace = /^govuk-(?:grid|width|main|!)/;

/** What a style may choose an element by: its name, its attributes, and the classes of what it stands in. */
function partOf(element: Element): string {
  const own = element.attrs.flatMap(({ name, value }) =>
    byValue.test(name) ? [`${name}=${value}`] : byBeing.test(name) ? [name] : [],
  );
  const around = new Set<string>();
  for (let node = element.parentNode; node !== null; node = 'parentNode' in node ? node.parentNode : null)
    if ('attrs' in node)
      for (const name of node.attrs.find((each) => each.name === 'class')?.value.split(/\s+/) ?? [])
        if (!ofPlace.test(name)) around.add(name);
  return [element.tagName, ...own.toSorted(), '<', ...[...around].toSorted()].join(' ');
}
