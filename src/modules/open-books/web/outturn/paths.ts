export const outturnPath = '/money/outturn';
export const bodyOutturnPath = (bodyId: string): string => `${outturnPath}/${bodyId}`;
