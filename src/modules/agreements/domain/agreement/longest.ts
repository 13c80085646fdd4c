/** How much an agreement can say, in characters. */
export const longestText = 60_000;
