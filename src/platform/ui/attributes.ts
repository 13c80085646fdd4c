/** Further HTML attributes for a component's outermost element: `data-…`, `aria-…`, `lang`. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Joins class names, leaving out those that do not apply: `classes('govuk-tag', late && 'govuk-tag--red')`. */
export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter((name) => name !== undefined && name !== false && name !== '').join(' ');
}

/** The value of `aria-describedby`: the ids that exist, or nothing at all. */
export function idList(...ids: readonly (string | false | undefined)[]): string | undefined {
  const joined = classes(...ids);
  return joined === '' ? undefined : joined;
}
