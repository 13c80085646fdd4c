/** How a list is asked for: from a place in it on, and only what has changed since a moment. */
export type PageAsked = Readonly<{
  bodyId: string;
  /** One object alone. */
  id: string | undefined;
  modifiedSince: Date | undefined;
  after: Place | undefined;
  limit: number;
}>;

/** A place in a list that is ordered by when its objects last changed, and then by their ids. */
export type Place = Readonly<{ modified: Date; id: string }>;

export type PageOf<Object> = Readonly<{ objects: readonly Object[]; next: Place | undefined }>;

/** One page of rows of which one more than the limit was read. */
export function pageOf<Row extends Place>(rows: readonly Row[], limit: number): PageOf<Row> {
  const objects = rows.slice(0, limit);
  const last = objects.at(-1);
  return {
    objects,
    next: rows.length > limit && last !== undefined ? { modified: last.modified, id: last.id } : undefined,
  };
}
