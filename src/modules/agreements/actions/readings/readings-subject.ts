/** What acts about a body’s readings are locked and recorded under. */
export const readingsSubject = (bodyId: string): string => `/office/${bodyId}/readings`;
