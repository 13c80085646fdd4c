/** What departments and purposes are one by, as SQL: their words without case, accents, commas and wide spaces. */
export const normalWord = (text: string): string =>
  `lower(trim(regexp_replace(strip_accents(${text}), '[\\s,;]+', ' ', 'g')))`;
