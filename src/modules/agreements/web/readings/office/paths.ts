/** Where a body’s officers work on its readings. */
export const roomPath = (bodyId: string): string => `/office/${bodyId}/readings`;
export const bringPath = (bodyId: string): string => `${roomPath(bodyId)}/bring`;
export const filePath = (bodyId: string): string => `${roomPath(bodyId)}/file`;
export const enterPath = (bodyId: string): string => `${roomPath(bodyId)}/enter`;
export const batchPath = (bodyId: string, batchId: string): string =>
  `${roomPath(bodyId)}/batches/${batchId}`;
