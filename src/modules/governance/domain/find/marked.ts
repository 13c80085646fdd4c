/** A run of text, and whether it is what was searched for. */
export type Marked = readonly Readonly<{ text: string; isMatch: boolean }>[];

/** What stands around a match in a text that came from a search: characters that no text of ours holds. */
export const marks = { start: '\u0002', stop: '\u0003' };

/** A text with marks, taken apart. Whatever else it holds is text: nothing of it is ever markup. */
export function marked(text: string): Marked {
  return text
    .split(marks.start)
    .flatMap((part, place) => {
      if (place === 0) return [{ text: part.replaceAll(marks.stop, ''), isMatch: false }];
      const [match = '', ...rest] = part.split(marks.stop);
      return [
        { text: match, isMatch: true },
        { text: rest.join(''), isMatch: false },
      ];
    })
    .filter(({ text: run }) => run !== '');
}
