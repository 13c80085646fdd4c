/** More than any record, notice or proposal has, and less than the table takes: as bytes, since a letter may have four. */
const mostBytes = 200_000;

/** Whether a draft’s answers are more than a draft can hold. */
export const isTooLong = (answers: Readonly<Record<string, string>>): boolean =>
  Buffer.byteLength(JSON.stringify(answers)) > mostBytes;
