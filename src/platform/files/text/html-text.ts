import { type DefaultTreeAdapterMap, parse } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];

const unread = new Set(['script', 'style', 'template', 'noscript', 'head', 'svg', 'math']);
const breaks = new Set(
  'p div br li tr td th dt dd section article table ul ol pre blockquote h1 h2 h3 h4 h5 h6 header footer main caption hr'.split(
    ' ',
  ),
);

/** What a reader sees of a web page, a block a line. Walked without recursion: a hostile page nests without end. */
export function htmlText(html: string): string {
  const written: string[] = [];
  const waiting: (Node | '\n')[] = [parse(html)];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === '\n') written.push(node);
    else if ('value' in node) written.push(node.value.replaceAll(/\s+/g, ' '));
    else if ('childNodes' in node && !unread.has(node.nodeName)) {
      if (breaks.has(node.nodeName)) {
        written.push('\n');
        waiting.push('\n');
      }
      for (let at = node.childNodes.length - 1; at >= 0; at -= 1) {
        const child = node.childNodes[at];
        if (child !== undefined) waiting.push(child);
      }
    }
  }
  return written.join('');
}
