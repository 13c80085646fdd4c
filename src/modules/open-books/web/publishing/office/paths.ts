/** Where a body’s officers bring its payments and publish them. */
export const roomPath = (bodyId: string): string => `/office/${bodyId}/spending`;
export const bringPath = (bodyId: string): string => `${roomPath(bodyId)}/bring`;
export const importPath = (bodyId: string, importId: string): string => `${roomPath(bodyId)}/${importId}`;
export const columnsPath = (bodyId: string, importId: string, table: number): string =>
  `${importPath(bodyId, importId)}/columns/${table}`;
export const foundPath = (bodyId: string, importId: string, kind: string): string =>
  `${importPath(bodyId, importId)}/found/${kind}`;
export const askPath = (bodyId: string, importId: string): string => `${importPath(bodyId, importId)}/ask`;
export const withdrawPath = (bodyId: string, releaseId: string): string =>
  `${roomPath(bodyId)}/releases/${releaseId}/withdraw`;
