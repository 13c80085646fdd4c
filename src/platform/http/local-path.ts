/** A path on this site to go on to, from an untrusted `next`; anything that leads elsewhere becomes `otherwise`. */
export function localPath(next: string | undefined, otherwise: string): string {
  if (next === undefined || !/^\/(?![/\\])/.test(next) || /[\\\p{Cc}]/u.test(next)) return otherwise;
  return next;
}
