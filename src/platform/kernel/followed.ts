/** What an act or a date can be about: bodies, places, topics, and single things, each known by its page. */
export const aboutKinds = ['bodies', 'places', 'topics', 'things'] as const;
export type AboutKind = (typeof aboutKinds)[number];

/** One of what can be followed: `{ kind: 'bodies', id: 'maidstone' }`, `{ kind: 'things', id: '/proposals/mid-kent' }`. */
export type Followed = Readonly<{ kind: AboutKind; id: string }>;
