/** How soon somebody hears: with every act, or once a day of all of them. */
export const cadences = ['at-once', 'daily'] as const;
export type Cadence = (typeof cadences)[number];
