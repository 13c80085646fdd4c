/** Where a body’s officers are asked which names are one supplier. */
export const suppliersRoom = (bodyId: string): string => `/office/${bodyId}/suppliers`;

/** Where they say of two names: given, or to be typed. */
export function judgePath(
  bodyId: string,
  given?: Readonly<{ one: string; oneBody: string; other: string; otherBody: string }>,
): string {
  const path = `${suppliersRoom(bodyId)}/judge`;
  return given === undefined ? path : `${path}?${new URLSearchParams(given).toString()}`;
}
