const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** What somebody typed, as XML can hold it: control characters, which no escape makes lawful, are left out. */
export const xmlText = (words: string): string =>
  words
    .toWellFormed()
    // eslint-disable-next-line no-control-regex -- these are what is looked for
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '')
    .replaceAll(/[&<>"]/gu, (character) => escapes[character] ?? '');
