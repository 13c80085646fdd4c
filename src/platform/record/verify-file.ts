import { ok, refuse, type Result } from '#platform/kernel';
import { type Checkpoint, openCheckpoint } from './checkpoint.ts';
import { isPrivate, readLeaf } from './leaf.ts';
import { type Line, linesOf } from './lines.ts';
import { type Hash, leafHash } from './merkle/hash.ts';
import { append, emptyTree, rootOf, type Tree } from './merkle/tree.ts';
import { firstLine, lastLine } from './record-file.ts';
import { type NoteVerifier, readVerifier } from './signed-note.ts';

export type VerifyFileOptions = Readonly<{
  /** The log's key, from somewhere other than the file; without it the file is believed about whose it is. */
  key?: NoteVerifier;
  /** A checkpoint kept from earlier, which this log must continue. */
  earlier?: string;
}>;

/** What a file that is in order was found to hold. */
export type FileReport = Readonly<{
  checkpoint: Checkpoint;
  publicKey: string;
  privateEntries: number;
  firstAt: string | undefined;
  lastAt: string | undefined;
  earlier: Checkpoint | undefined;
}>;

/** What is wrong with a file, and on which line, where one line is to blame. Lines are counted from 1. */
export type FileFault = Readonly<{
  line: number | undefined;
  why:
    | 'not-a-record'
    | 'another-key'
    | 'line-too-long'
    | 'not-an-entry'
    | 'cut-short'
    | 'not-signed'
    | 'wrong-size'
    | 'wrong-root'
    | 'earlier-not-signed'
    | 'older-than-earlier'
    | 'not-a-continuation';
}>;

/**
 * Checks a downloaded record from its bytes alone: every line is hashed again, the tree is built again, and the result
 * must be what the log has signed. With a checkpoint from earlier, the entries it counted must still be the same.
 */
export async function verifyFile(
  chunks: AsyncIterable<Uint8Array>,
  options: VerifyFileOptions = {},
): Promise<Result<FileReport, FileFault>> {
  try {
    return await judge(linesOf(chunks), options);
  } catch (error) {
    if (error instanceof RangeError) return refuse({ line: undefined, why: 'line-too-long' });
    throw error;
  }
}

async function judge(
  lines: AsyncGenerator<Line>,
  { key, earlier: earlierNote }: VerifyFileOptions,
): Promise<Result<FileReport, FileFault>> {
  const first = await lines.next();
  const claimed = first.done === true ? undefined : readFirstLine(first.value);
  if (claimed === undefined) return refuse({ line: 1, why: 'not-a-record' });
  if (key !== undefined && (key.name !== claimed.name || !key.publicKey.equals(claimed.publicKey)))
    return refuse({ line: 1, why: 'another-key' });

  const earlier = earlierNote === undefined ? undefined : openCheckpoint(earlierNote, claimed);
  if (earlier?.ok === false) return refuse({ line: undefined, why: 'earlier-not-signed' });

  let tree: Tree = emptyTree;
  let rootThen: Hash | undefined;
  let privateEntries = 0;
  let firstAt: string | undefined;
  let lastAt: string | undefined;
  // The last line is the checkpoint, so every line is looked at when the next one is known to follow.
  let line: Line | undefined;
  for await (const next of lines) {
    if (line !== undefined) {
      const leaf = readLeaf(line.bytes.toString());
      if (leaf === undefined) return refuse({ line: tree.size + 2, why: 'not-an-entry' });
      if (isPrivate(leaf)) privateEntries += 1;
      firstAt ??= leaf.at;
      lastAt = leaf.at;
      if (tree.size === earlier?.value.size) rootThen = rootOf(tree);
      tree = append(tree, leafHash(line.bytes));
    }
    line = next;
  }
  if (tree.size === earlier?.value.size) rootThen = rootOf(tree);

  const lastLineNumber = tree.size + 2;
  const note = line === undefined ? undefined : readLastLine(line);
  if (note === undefined) return refuse({ line: lastLineNumber, why: 'cut-short' });
  const checkpoint = openCheckpoint(note, claimed);
  if (!checkpoint.ok) return refuse({ line: lastLineNumber, why: 'not-signed' });
  // Told first, since it says most: what somebody kept from earlier narrows down where the change is.
  if (earlier !== undefined && earlier.value.size <= tree.size && rootThen !== earlier.value.root)
    return refuse({ line: undefined, why: 'not-a-continuation' });
  if (checkpoint.value.size !== tree.size) return refuse({ line: undefined, why: 'wrong-size' });
  if (checkpoint.value.root !== rootOf(tree)) return refuse({ line: undefined, why: 'wrong-root' });
  if (earlier !== undefined && earlier.value.size > tree.size)
    return refuse({ line: undefined, why: 'older-than-earlier' });

  return ok({
    checkpoint: checkpoint.value,
    publicKey: claimed.line,
    privateEntries,
    firstAt,
    lastAt,
    earlier: earlier?.value,
  });
}

/** The key that the first line names, when it is exactly the line that a log of that key writes. */
function readFirstLine(line: Line): (NoteVerifier & Readonly<{ line: string }>) | undefined {
  const publicKey = textIn(line, 'publicKey');
  const key = readVerifier(publicKey ?? '');
  if (publicKey === undefined || !key.ok) return undefined;
  return isExactly(line, firstLine(key.value.name, publicKey))
    ? { ...key.value, line: publicKey }
    : undefined;
}

function readLastLine(line: Line): string | undefined {
  const note = textIn(line, 'checkpoint');
  return note !== undefined && isExactly(line, lastLine(note)) ? note : undefined;
}

function textIn(line: Line, name: string): string | undefined {
  try {
    const value: unknown = JSON.parse(line.bytes.toString());
    const found =
      typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
    return typeof found === 'string' && !/\p{Surrogate}/u.test(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

const isExactly = (line: Line, expected: string) =>
  line.whole && Buffer.from(expected).equals(Buffer.concat([line.bytes, Buffer.of(0x0a)]));
