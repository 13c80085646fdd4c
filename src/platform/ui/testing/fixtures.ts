import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type ComponentChildren, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { Attributes } from '../attributes.ts';
import { markupNodes } from './markup-nodes.ts';
import { normalisedMarkup } from './normalised-markup.ts';

const require = createRequire(import.meta.url);

type Fixture<Options> = Readonly<{ name: string; options: Options; html: string }>;

/** How GOV.UK Frontend's templates take words: as plain text, or as HTML, which wins. */
export type Words = Readonly<{ text?: string | undefined; html?: string | undefined }>;
/** What nearly every template accepts for its outermost element. */
export type Common = Readonly<{
  classes?: string | undefined;
  attributes?: Readonly<Record<string, RawAttribute>> | undefined;
}>;
type RawAttribute =
  | string
  | boolean
  | null
  | Readonly<{ value: string | boolean | null; optional?: boolean }>;

/**
 * Holds a component against every fixture that GOV.UK Frontend ships for it: the same options must give the same
 * markup. `count` is stated so that a fixture that vanishes, or one newly arrived, is noticed; `except` names the
 * fixtures that our typed props cannot say, each with the reason.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- each test names the options it maps
export function matchesFixtures<Options>(
  component: string,
  count: number,
  render: (options: Options) => VNode,
  except: Readonly<Record<string, string>> = {},
): void {
  const all = fixturesOf<Options>(component);
  const run = all.filter(({ name }) => !(name in except));
  describe(`${component}, as GOV.UK Frontend renders it`, () => {
    it(`runs ${count} fixtures`, () => {
      expect(run).toHaveLength(count);
      expect(all.length - run.length).toBe(Object.keys(except).length);
    });
    it.each(run)('$name', ({ options, html }) => {
      expect(normalisedMarkup(renderToString(render(options)))).toBe(normalisedMarkup(html));
    });
  });
}

/** The fixtures of one component, as its package ships them. */
export function fixturesOf<Options>(component: string): readonly Fixture<Options>[] {
  const path = require.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`);
  const file: { fixtures: readonly Fixture<Options>[] } = JSON.parse(readFileSync(path, 'utf8'));
  return file.fixtures;
}

/** Words as children of a component. */
export function words(from: Words | undefined): ComponentChildren {
  if (from?.html !== undefined && from.html !== '') return markupNodes(from.html);
  return from?.text;
}

/** The options that nearly every component has, as our props. */
export function common(from: Common | undefined): { class: string | undefined; attributes: Attributes } {
  return { class: from?.classes, attributes: attributesOf(from) };
}

/** Words with classes and attributes: a label, a hint, a cell, a tag. */
export function part(
  from: (Words & Common) | undefined,
): ReturnType<typeof common> & { children: ComponentChildren } {
  return { ...common(from), children: words(from) };
}

function attributesOf(from: Common | undefined): Attributes {
  const entries = Object.entries(from?.attributes ?? {}).map(([name, raw]) => {
    const { value, optional } =
      raw !== null && typeof raw === 'object' ? raw : { value: raw, optional: false };
    if (optional === true && (value === null || value === false)) return [name, undefined];
    if (optional === true && value === true) return [name, ''];
    return [name, value === null ? '' : String(value)];
  });
  return Object.fromEntries(entries);
}
