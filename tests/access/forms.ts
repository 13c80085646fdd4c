import { attribute, elementsOf } from './markup.ts';

/** The form of a page that posts: where it goes, what it holds already, and the names of the boxes one can type in. */
export type FoundForm = Readonly<{
  action: string;
  held: Readonly<Record<string, string>>;
  names: readonly string[];
}>;

const unsent = new Set(['submit', 'button', 'reset', 'file']);

/** The forms of a page that post, apart from the one that signs out. `at` is the address of the page. */
export function formsOn(html: string, at: string): readonly FoundForm[] {
  const elements = elementsOf(html);
  return elements
    .filter((element) => element.tagName === 'form' && attribute(element, 'method') === 'post')
    .map((form) => {
      const inside = elements.filter((element) => isInside(element, form));
      const held: Record<string, string> = {};
      const names = new Set<string>();
      for (const element of inside) {
        const name = attribute(element, 'name');
        if (name === undefined || unsent.has(attribute(element, 'type') ?? '')) continue;
        if (!['input', 'textarea', 'select'].includes(element.tagName)) continue;
        names.add(name);
        const isChoice = ['radio', 'checkbox'].includes(attribute(element, 'type') ?? '');
        if (!isChoice || held[name] === undefined) held[name] = attribute(element, 'value') ?? '';
      }
      return { action: attribute(form, 'action') ?? at, held, names: [...names] };
    })
    .filter(({ action }) => action !== '/sign-out');
}

function isInside(
  element: ReturnType<typeof elementsOf>[number],
  form: ReturnType<typeof elementsOf>[number],
): boolean {
  for (let node: unknown = element; typeof node === 'object' && node !== null;) {
    if (node === form) return true;
    node = 'parentNode' in node ? node.parentNode : null;
  }
  return false;
}
