/** The contrast of two colours, `#rrggbb` or `#rgb`, as WCAG defines it: from 1, the same, to 21, black on white. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) =>
    channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): readonly number[] {
  const digits = colour.slice(1);
  const inFull = digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits;
  return (inFull.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16) / 255);
}
