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

/** An item of a list, or nothing where a condition left it out: `isLate && { … }`. */
export type Maybe<Item> = Item | false | null | undefined | '';

/** Sentences that a component's script shows, by the name it knows them by; plural forms where a number is said. */
export type Translations = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** Those sentences as the `data-i18n` attributes the scripts read. */
export function translationAttributes(translations: Translations = {}): Attributes {
  return Object.fromEntries(
    Object.entries(translations).flatMap(([key, message]) =>
      typeof message === 'string'
        ? [[`data-i18n.${key}`, message]]
        : Object.entries(message).map(([plural, form]) => [`data-i18n.${key}.${plural}`, form]),
    ),
  );
}
