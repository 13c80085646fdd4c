/**
 * One kebab-case name in the shapes that code and sentences want.
 * @param {string} kebab
 */
export function namesOf(kebab) {
  const words = kebab.split('-');
  const pascal = words.map(capital).join('');
  return {
    kebab,
    /** A PostgreSQL schema: `open_books`. */
    snake: words.join('_'),
    pascal,
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    title: capital(words.join(' ')),
    words: words.join(' '),
  };
}

/** @param {string} word */
const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);
