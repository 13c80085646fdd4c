import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Every element of a page, as a browser would build it. */
export const elementsOf = (html: string): readonly Element[] => elementsIn(parse(html));

/** Every element of a page that is parsed, or of a part of it. */
export function elementsIn(page: Node): readonly Element[] {
  const found: Element[] = [];
  const waiting: Node[] = [page];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('tagName' in node) found.push(node);
    if ('content' in node) waiting.push(node.content);
    if ('childNodes' in node) waiting.push(...node.childNodes.toReversed());
  }
  return found;
}

export const attribute = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((each) => each.name === name)?.value;

const foreign = new Set(['canary', 'iframe', 'object', 'embed', 'base', 'style', 'math', 'foreignobject']);
const addresses = new Set(['href', 'src', 'action', 'formaction', 'srcdoc', 'data', 'xlink:href']);

/**
 * What stands on a page that no page of ours has: foreign elements, attributes that run or style, scripts of its own,
 * addresses that run or lead to the attacker. Nothing on a page whose texts stayed texts.
 */
export function smuggledInto(html: string): readonly string[] {
  return elementsOf(html).flatMap((element) => {
    const { tagName, attrs } = element;
    const wrong: string[] = [];
    if (foreign.has(tagName)) wrong.push(`<${tagName}>`);
    if (tagName === 'script' && attribute(element, 'src')?.startsWith('/assets/') !== true)
      wrong.push('<script> of its own');
    if (tagName === 'meta' && attribute(element, 'http-equiv') !== undefined) wrong.push('<meta http-equiv>');
    for (const { name, value } of attrs) {
      if (/^on|^style$|^canary|["'<>=]/.test(name)) wrong.push(`${name} on <${tagName}>`);
      if (addresses.has(name) && leadsAstray(value)) wrong.push(`${name}="${value}" on <${tagName}>`);
    }
    return wrong;
  });
}

/** The address as a browser reads it: control characters and white space do not count. */
function leadsAstray(address: string): boolean {
  const read = address.replaceAll(/[\p{Cc}\s]/gu, '').toLowerCase();
  if (/^[/\\]{2}/.test(read)) return true;
  const scheme = /^([a-z][a-z0-9+.-]*):/.exec(read)?.[1];
  return scheme !== undefined && !['http', 'https', 'mailto', 'tel'].includes(scheme);
}
