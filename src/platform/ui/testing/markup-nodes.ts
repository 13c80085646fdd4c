import { type ComponentChildren, h } from 'preact';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

/**
 * Turns a piece of HTML into the nodes our components take. The fixtures hand HTML in as strings; Accord's
 * components take nodes only, so the difference is bridged here, in the tests, and nowhere else.
 */
export function markupNodes(html: string): ComponentChildren {
  return parseFragment(html).childNodes.map(toNode);
}

function toNode(node: DefaultTreeAdapterTypes.ChildNode): ComponentChildren {
  if ('value' in node) return node.value;
  if (!('tagName' in node)) return null;
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  return h(node.tagName, attributes, node.childNodes.map(toNode));
}
