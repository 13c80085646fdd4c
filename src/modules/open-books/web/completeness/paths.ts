export const completenessPath = '/money/completeness';
export const bodyCompletenessPath = (bodyId: string): string => `${completenessPath}/${bodyId}`;
export const dutiesPath = `${completenessPath}/duties`;
