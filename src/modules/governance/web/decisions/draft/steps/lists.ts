/** A list in one box, an item to a line. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '');

/**
 * A list that the record gives, its “none”, or its silence: `some` with its lines, `none`, or not answered. An empty list
 * is the record saying “none”; undefined is that it does not say.
 */
export function statedList(choice: string | undefined, text: string): readonly string[] | undefined {
  if (choice === 'none') return [];
  const lines = linesOf(text);
  return choice === 'some' && lines.length > 0 ? lines : undefined;
}
