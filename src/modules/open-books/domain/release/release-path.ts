/** The page of all releases, or of one body’s: what is followed to hear of them. */
export const releasesPath = '/money/releases';
export const releasesPathOf = (bodyId: string): string => `${releasesPath}?body=${bodyId}`;

/** The page of a release. */
export const releasePath = (id: string): string => `${releasesPath}/${id}`;
