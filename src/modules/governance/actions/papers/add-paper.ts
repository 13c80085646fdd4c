import { randomBytes } from 'node:crypto';
import { type FileRefusal, fileKinds, judgeFile, readText } from '#platform/files';
import { may } from '#platform/identity';
import { type Actor, newId, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal } from '#platform/module';
import { act, type ActOptions, type ActServices } from '#platform/record';
import { acceptPaper, type NewPaper, type PaperFault } from '../../domain/papers/new-paper.ts';
import { type Paper, paperPath } from '../../domain/papers/paper.ts';
import { mayPrepareDecisions } from '../../permissions.ts';
import { insertPaper, type PaperContent } from '../../store/papers.ts';

/** The file of a paper as it was handed in. */
export type HandedIn = Readonly<{ filename: string; declaredType: string; bytes: Buffer; sha256: string }>;

export type AddPaperRefusal =
  | CommonRefusal
  | Readonly<{ faults: readonly PaperFault[] }>
  | Readonly<{ file: FileRefusal }>;

/**
 * Adds a paper for its body alone to see, until the thing it belongs to is published. The file is judged by what it
 * holds, and its text read; a file whose text cannot be read is taken all the same, and the paper says so. Answers its id.
 */
export async function addPaper(
  services: ActServices,
  actor: Actor | undefined,
  paper: NewPaper,
  file: HandedIn,
  options: ActOptions = {},
): Promise<Result<{ id: string }, AddPaperRefusal>> {
  const allowed = may(actor, mayPrepareDecisions, paper.bodyId);
  if (!allowed.ok) return allowed;
  const accepted = acceptPaper(paper, services.clock.today());
  if (!accepted.ok) return refuse({ faults: accepted.error });
  const content = await readPaper(file);
  if (!content.ok) return refuse({ file: content.error });

  return act(services, allowed.value, options, async (sql) => {
    const now = services.clock.now();
    const added = newPaperOf(accepted.value, { addedBy: allowed.value.officeTitle, now });
    await insertPaper(sql, added, content.value);
    return ok({
      value: { id: added.id },
      entry: {
        act: 'governance.paper.added',
        subject: paperPath(added),
        summary: `Paper added: ${added.title}`,
        facts: { title: added.title, access: added.access, sha256: content.value.sha256 },
        visibility: 'private',
      },
    });
  });
}

/** A paper as it stands when it is added: a draft, with an id of its own. */
export const newPaperOf = (
  paper: NewPaper,
  { addedBy, now }: Readonly<{ addedBy: string; now: Date }>,
): Paper => ({
  ...paper,
  id: newId({ now, randomBytes: randomBytes(10) }),
  publishedAt: undefined,
  addedBy,
  recordedAt: now,
});

/** Judges a file and reads its text: outside any transaction, since it may take seconds. */
export async function readPaper(file: HandedIn): Promise<Result<PaperContent, FileRefusal>> {
  const judged = await judgeFile(file);
  if (!judged.ok) return judged;
  const { text, pages, note } = await readText(judged.value, file.bytes);
  return ok({
    sha256: file.sha256,
    filename: file.filename,
    mediaType: fileKinds[judged.value].mediaType,
    byteCount: file.bytes.length,
    bytes: file.bytes,
    pages,
    text,
    textNote: note,
  });
}
