import { elementsOf } from '../access/markup.ts';

type Element = ReturnType<typeof elementsOf>[number];

/** Whether a page has a part in a place that none of the pages told before had, told to `known`. */
export function hasNewParts(html: string, known: Set<string>): boolean {
  const before = known.size;
  for (const element of elementsOf(html)) known.add(partOf(element));
  return known.size > before;
}

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
