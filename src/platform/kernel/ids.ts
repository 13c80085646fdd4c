const idShape = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const slugShape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const slugCharacters = 80;

/**
 * A new id, made by the server and never by a client: a UUID of version 7 (RFC 9562), so ids made later sort
 * later to the millisecond. Pure: the instant and at least ten random bytes are handed in.
 */
export function newId({ now, randomBytes }: Readonly<{ now: Date; randomBytes: Uint8Array }>): string {
  if (randomBytes.length < 10) throw new RangeError('An id needs ten random bytes');
  const time = now.getTime().toString(16).padStart(12, '0');
  const random = Array.from(randomBytes.subarray(0, 10), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
  const variant = '89ab'.charAt(Number.parseInt(random.charAt(3), 16) % 4);
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${random.slice(0, 3)}`,
    `${variant}${random.slice(4, 7)}`,
    random.slice(7, 19),
  ].join('-');
}

/** Whether the text has the exact form `newId` writes. Ids are compared as text, never as numbers. */
export function isId(text: string): boolean {
  return idShape.test(text);
}

/**
 * Whether the text can stand in an address: lower-case letters and digits in words joined by single hyphens,
 * at most 80 characters.
 */
export function isSlug(text: string): boolean {
  return text.length <= slugCharacters && slugShape.test(text);
}
