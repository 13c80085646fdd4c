/** A fault that the person who typed the command can mend: its message is all they need to read. */
export class Sentence extends Error {}

/**
 * Does the work of a command. What a person can mend is told in a sentence; anything else is a bug and shows its stack.
 * @param {() => Promise<void>} work
 */
export async function orSentence(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Sentence)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
