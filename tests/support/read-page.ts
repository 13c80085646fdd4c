import type { Answered } from './visitor.ts';

/** Everything between the tags, in one line. */
export const words = ({ body }: Answered): string =>
  body
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ');

/** The sentences of the error summary. */
export const errorsOf = ({ body }: Answered): readonly string[] => {
  const summary = /<ul class="govuk-list govuk-error-summary__list">(.*?)<\/ul>/s.exec(body)?.[1] ?? '';
  return [...summary.matchAll(/<li>(.*?)<\/li>/gs)].map(([, item = '']) => item.replaceAll(/<[^>]+>/g, ''));
};

/** The hidden fields of the form on a page that was answered. */
export function hiddenIn({ body }: Answered): Readonly<Record<string, string>> {
  const fields = [...body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(
    fields.map(([, name = '', value = '']) => [
      name,
      value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    ]),
  );
}
