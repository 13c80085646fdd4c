/** The first page of every trail. */
export const home = { text: 'Home', href: '/' } as const;
