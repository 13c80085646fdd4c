import { ok, refuse, type Result } from '#platform/kernel';
import type { Hash } from './merkle/hash.ts';
import { type NoteRefusal, type NoteSigner, type NoteVerifier, openNote, signNote } from './signed-note.ts';

/** What a log says of itself when it signs: so many entries, with this root. */
export type Checkpoint = Readonly<{ origin: string; size: number; root: Hash }>;

export type CheckpointRefusal = NoteRefusal | 'not-a-checkpoint';

/** Signs a checkpoint as a C2SP tlog-checkpoint, under the name of the log itself. */
export function signCheckpoint({ size, root }: Omit<Checkpoint, 'origin'>, signer: NoteSigner): string {
  return signNote(`${signer.name}\n${size}\n${Buffer.from(root, 'hex').toString('base64')}\n`, signer);
}

/** Reads a checkpoint that this key signed, for the log of the key's name. */
export function openCheckpoint(note: string, verifier: NoteVerifier): Result<Checkpoint, CheckpointRefusal> {
  const opened = openNote(note, verifier);
  if (!opened.ok) return opened;
  const [origin, size, root, ...extensions] = opened.value.split('\n');
  // Extension lines are allowed by the format and mean nothing here; the last piece is what follows the last newline.
  if (origin !== verifier.name || size === undefined || root === undefined || extensions.length === 0)
    return refuse('not-a-checkpoint');
  const bytes = Buffer.from(root, 'base64');
  const exact = bytes.length === 32 && bytes.toString('base64') === root;
  if (!exact || !/^(0|[1-9]\d{0,14})$/u.test(size)) return refuse('not-a-checkpoint');
  return ok({ origin, size: Number(size), root: bytes.toString('hex') });
}
