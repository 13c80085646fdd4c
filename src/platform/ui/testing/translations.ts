import type { Translations } from '../attributes.ts';

type Message = string | Readonly<Record<string, string>>;

/** The messages that a fixture gives, without those it does not. */
export function translations(messages: Readonly<Record<string, Message | undefined>>): Translations {
  const given: Record<string, Message> = {};
  for (const [key, message] of Object.entries(messages)) if (message !== undefined) given[key] = message;
  return given;
}
