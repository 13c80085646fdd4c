/** The page of a release. */
export const releasePath = (id: string): string => `/money/releases/${id}`;
