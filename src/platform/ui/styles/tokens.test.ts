import { describe, expect, it } from 'vitest';
import { compiledStyles } from '../build-assets.ts';
import { contrast } from '../testing/contrast.ts';

const css = await compiledStyles();

/** What `:root` says for the light theme, and for the dark one on top of it. */
function colours(theme: 'light' | 'dark'): Map<string, string> {
  const [before = '', after = ''] = splitAtDark(css);
  const said = [...declarations(before), ...(theme === 'dark' ? declarations(after) : [])];
  return new Map(said);
}

/** The dark theme is one block of its own; what follows it belongs to no theme. */
function splitAtDark(styles: string): readonly string[] {
  const start = styles.indexOf('@media screen and (prefers-color-scheme: dark)');
  expect(start).toBeGreaterThan(0);
  return [styles.slice(0, start), styles.slice(start, styles.indexOf('}}', start))];
}

const declarations = (styles: string): [string, string][] =>
  [...styles.matchAll(/--(govuk|accord)-([a-z0-9-]+?)(?:-colour)?:\s*(#[0-9a-f]{3,6})/g)].map(
    ([, , name = '', value = '']) => [name, value],
  );

const page = ['body-background', 'template-background', 'surface-background', 'subtle', 'field'];
const tags = ['grey', 'teal', 'green', 'blue', 'purple', 'magenta', 'red', 'orange', 'yellow'];

/** Every pair of text and ground that meets on a page. */
const texts: readonly (readonly [string, string])[] = [
  ...page.map((ground) => ['text', ground] as const),
  ...[
    'secondary-text',
    'link',
    'link-visited',
    'link-hover',
    'link-active',
    'error',
    'success',
    'warm',
  ].flatMap((text) =>
    ['body-background', 'template-background', 'surface-background', 'subtle'].map(
      (ground) => [text, ground] as const,
    ),
  ),
  ['surface-text', 'surface-background'],
  ['inverse-text', 'brand'],
  ['inverse-text', 'success'],
  ['inverse-text', 'link'],
  ['focus-text', 'focus'],
  ['band-text', 'band'],
  ['band-quiet', 'band'],
  ['button-text', 'button'],
  ['button-text', 'button-hover'],
  ['button-text', 'danger'],
  ['button-text', 'danger-hover'],
  ['text', 'quiet-button'],
  ['text', 'quiet-button-hover'],
  ...tags.map((tag) => [`${tag}-tag-text`, `${tag}-tag`] as const),
  ...['shade-1', 'shade-2', 'shade-3'].map((shade) => ['shade-text', shade] as const),
  ...['shade-4', 'shade-5'].map((shade) => ['shade-text-inverse', shade] as const),
];

/** Every edge, bar, line and mark that must be seen against its ground. */
const shapes: readonly (readonly [string, string])[] = [
  ['input-border', 'body-background'],
  ['input-border', 'field'],
  ['error', 'field'],
  ['brand', 'body-background'],
  ['warm', 'surface-background'],
  ['warm-bright', 'band'],
  ['focus-text', 'focus'],
  ['button', 'body-background'],
  ['danger', 'body-background'],
  ['quiet-bar', 'body-background'],
  ['swatch-rim', 'body-background'],
  ...[1, 2, 3, 4].map((series) => [`series-${series}`, 'body-background'] as const),
];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const colour = colours(theme);
  const ratio = ([one, other]: readonly [string, string]): number => {
    const [first, second] = [colour.get(one), colour.get(other)];
    if (first === undefined || second === undefined) throw new Error(`no colour for ${one} or ${other}`);
    return contrast(first, second);
  };

  it.each(texts)('%s on %s can be read', (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)('%s beside %s can be seen', (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(3);
  });

  it('gives each theme colours of its own', () => {
    expect(colour.get('body-background')).toBe(theme === 'light' ? '#ffffff' : '#121a19');
  });
});
