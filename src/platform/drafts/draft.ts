/** Answers of a form, by the name of the question. */
export type DraftAnswers = Readonly<Record<string, string>>;

/** Answers kept between pages, seen by the body’s own officers alone. */
export type Draft = Readonly<{
  id: string;
  bodyId: string;
  /** What it will become, with its module: `governance.notice`. */
  kind: string;
  /** The page of the thing it changes; undefined for something new. */
  about: string | undefined;
  /** Goes up with every save: who saves on an older one is told so. */
  version: number;
  answers: DraftAnswers;
  preparedBy: string;
  savedAt: Date;
}>;

/** More than any form asks, and less than the table takes: as bytes, since a letter may have four. */
const mostBytes = 200_000;

/** Whether answers are more than a draft can hold. */
export const isTooLong = (answers: DraftAnswers): boolean =>
  Buffer.byteLength(JSON.stringify(answers)) > mostBytes;

/** Whether a draft is of this kind and this body. */
export const isOf = (
  draft: Draft | undefined,
  { kind, bodyId }: Readonly<{ kind: string; bodyId: string }>,
): draft is Draft => draft?.kind === kind && draft.bodyId === bodyId;
