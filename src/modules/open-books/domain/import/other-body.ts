/** Words that say what kind of body it is, and which of them no more than that. */
const kinds = new Set(
  'the of and for council borough county city district metropolitan royal london unitary authority bc cc dc mbc'.split(
    ' ',
  ),
);

const ownWords = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 1 && !kinds.has(word));

/**
 * Whether a name of a body is that of another than this one, however either is written: they have no word of their own in common.
 * What holds no such word, as a code, says nothing.
 */
export function isOtherBody(named: string, bodyName: string): boolean {
  const own = new Set(ownWords(bodyName));
  const words = ownWords(named);
  return own.size > 0 && words.length > 0 && !words.some((word) => own.has(word));
}
