import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** Elements whose neighbours run on in the same line, where a space between words is part of the sentence. */
const inline = new Set(['a', 'b', 'em', 'i', 'span', 'strong']);

/**
 * One line an element or a text, indented by depth, with attributes and class names in order of the alphabet.
 * Two pieces of markup that a browser and a screen reader cannot tell apart come out the same; everything else
 * (a lost class, a wrong id, another element, a missing space inside a sentence) shows as a differing line.
 */
export function normalisedMarkup(html: string): string {
  return childLines(parseFragment(html), 0).join('\n');
}

function childLines(parent: Parent, depth: number): string[] {
  return parent.childNodes.flatMap((node, position, all) =>
    lines(node, depth, all[position - 1], all[position + 1]),
  );
}

function lines(node: Node, depth: number, before: Node | undefined, after: Node | undefined): string[] {
  const indent = '  '.repeat(depth);
  if ('value' in node) {
    const text = sentence(node.value, isInline(before), isInline(after), isSpan(node.parentNode));
    return text === '' ? [] : [`${indent}"${text}"`];
  }
  if (!('tagName' in node)) return [];
  const attributes = node.attrs
    .map(({ name, value }) => ` ${name}="${name === 'class' ? inOrder(value) : value.trim()}"`)
    .sort();
  return [`${indent}<${node.tagName}${attributes.join('')}>`, ...childLines(node, depth + 1)];
}

/** White space as a browser shows it: one space, and none at the edge of a block or where a line is indented. */
function sentence(raw: string, inlineBefore: boolean, inlineAfter: boolean, insideSpan: boolean): string {
  if (raw.trim() === '') return '';
  const spaceBefore = inlineBefore ? /^\s/.test(raw) : insideSpan && /^[^\S\n]+\S/.test(raw);
  const spaceAfter = inlineAfter ? /\s$/.test(raw) : insideSpan && /\S[^\S\n]+$/.test(raw);
  const words = raw.trim().replaceAll(/\s+/g, ' ');
  return `${spaceBefore ? ' ' : ''}${words}${spaceAfter ? ' ' : ''}`;
}

const isInline = (node: Node | undefined): boolean =>
  node !== undefined && 'tagName' in node && inline.has(node.tagName);
const isSpan = (node: Parent | null): boolean =>
  node !== null && 'tagName' in node && node.tagName === 'span';
const inOrder = (names: string): string => names.split(/\s+/).filter(Boolean).sort().join(' ');
