const bits = new Int32Array(65_536);

/**
 * How many letters must be put in, taken out or changed to make one word of the other, by the bit-parallel method of Myers. The
 * shorter may have 32 letters at most; beyond that the distance is that of the longer length, so that nothing so long is called alike.
 */
export function editDistance(one: string, other: string): number {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const length = short.length;
  if (length === 0) return long.length;
  if (length > 32) return one === other ? 0 : long.length;
  for (let at = 0; at < length; at += 1) {
    const code = short.charCodeAt(at);
    bits[code] = (bits[code] ?? 0) | (1 << at);
  }
  const last = 1 << (length - 1);
  let up = -1;
  let down = 0;
  let distance = length;
  for (let at = 0; at < long.length; at += 1) {
    const equal = bits[long.charCodeAt(at)] ?? 0;
    const across = equal | down;
    const through = (((equal & up) + up) ^ up) | equal;
    let higher = down | ~(through | up);
    let lower = up & through;
    if ((higher & last) !== 0) distance += 1;
    if ((lower & last) !== 0) distance -= 1;
    higher = (higher << 1) | 1;
    lower <<= 1;
    up = lower | ~(across | higher);
    down = higher & across;
  }
  for (let at = 0; at < length; at += 1) bits[short.charCodeAt(at)] = 0;
  return distance;
}

/** Whether two words differ by two neighbouring letters that changed places, and by nothing else. */
export function isTransposed(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return (
    at + 1 < one.length &&
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  );
}
