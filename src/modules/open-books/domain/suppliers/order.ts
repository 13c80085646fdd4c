/** The places of numbers, the smallest number first, and equal ones as they stand. */
export function placesInOrder(numbers: Float64Array): Int32Array {
  const places = new Int32Array(numbers.length);
  for (let at = 0; at < places.length; at += 1) places[at] = at;
  return places.sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0) || a - b);
}
