import type { Entry } from './entry.ts';

/** What an act concerns, so that whoever follows a council, place, topic or thing hears of it. */
export type About = Readonly<{
  bodies: readonly string[];
  places?: readonly string[];
  topics?: readonly string[];
  /** Pages of the things it concerns, the subject’s own among them: `/proposals/mid-kent`. */
  things?: readonly string[];
}>;

/** A public entry of the record that says what it is about. */
export function publicEntry({
  about,
  facts,
  ...entry
}: Omit<Entry, 'visibility'> & Readonly<{ about: About }>): Entry {
  const { bodies, places = [], topics = [], things = [] } = about;
  const everything = [...new Set([entry.subject, ...things])];
  return {
    ...entry,
    facts: {
      ...facts,
      about: { bodies: [...bodies], places: [...places], topics: [...topics], things: everything },
    },
    visibility: 'public',
  };
}
