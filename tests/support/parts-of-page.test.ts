import { expect, test } from 'vitest';
import { hasNewParts, withNewPartsMarked } from './parts-of-page.ts';

const page = (main: string) => `<!doctype html><html lang="en"><body><main>${main}</main></body></html>`;

test('a page has new parts where a style may choose something that it could not choose before', () => {
  const known = new Set<string>();
  const isNew = (main: string) => hasNewParts(page(main), known);
  expect(isNew('<p class="govuk-body">Ashford</p>')).toBe(true);
  expect(isNew('<p class="govuk-body" id="s">Swale</p><p class="govuk-body">Dover</p>')).toBe(false);
  expect(isNew('<div class="govuk-inset-text"><p class="govuk-body">Swale</p></div>')).toBe(true);
  expect(isNew('<div class="govuk-grid-row"><p class="govuk-body">Swale</p></div>')).toBe(true);
  expect(isNew('<p class="govuk-body govuk-hint">Swale</p>')).toBe(true);
  expect(isNew('<button class="b">Go on</button>')).toBe(true);
  expect(isNew('<button class="b" disabled>Go on</button>')).toBe(true);
  expect(isNew('<button class="b">Go back</button>')).toBe(false);
});

test('the new parts of a page are marked, wherever they stand, and no others', () => {
  const known = new Set<string>();
  const marked = (main: string) => withNewPartsMarked(page(main), known, 'data-new');
  expect(marked('<p class="a">Ashford</p>')).toContain('<main data-new=""><p class="a" data-new="">Ashford');
  expect(marked('<p class="a">Swale</p>')).toBeUndefined();
  expect(marked('<p class="a">Dover</p><p class="b">Deal</p>')).toContain(
    '<main><p class="a">Dover</p><p class="b" data-new="">Deal</p></main>',
  );
});
