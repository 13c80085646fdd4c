import type { Database } from '#platform/db';
import { tokenHash } from '#platform/identity';
import { findSecret } from '../../store/consultations.ts';
import { findSent } from '../../store/responses.ts';
import { findUnsent, type Unsent } from '../../store/unsent-responses.ts';
import { type ConsultationAt, consultationAt } from './consultation-at.ts';

/** A consultation with what its forms are sealed with. */
export type Answering = ConsultationAt & Readonly<{ secret: string }>;

/** A consultation for whoever would answer it; undefined where there is none that takes answers through a form. */
export async function answering(database: Database, id: string, at: Date): Promise<Answering | undefined> {
  const found = await consultationAt(database, id, at);
  if (found === undefined) return undefined;
  const { bodyId } = found.consultation;
  const secret = await database.as({ bodyId }, (sql) => findSecret(sql, id));
  return secret === undefined ? undefined : { ...found, secret };
}

/** What stands behind a private link: answers to go on with, a response that was sent by it, or nothing. */
export type BehindLink =
  | Readonly<{ behind: 'unsent'; unsent: Unsent }>
  | Readonly<{ behind: 'sent'; number: number; at: Date }>
  | Readonly<{ behind: 'nothing' }>;

/** Looks behind a link. Whoever has it sees what is kept under it and nothing else. */
export async function behindLink(
  database: Database,
  { consultation }: Pick<ConsultationAt, 'consultation'>,
  link: string,
  now: Date,
): Promise<BehindLink> {
  const { id: consultationId, bodyId } = consultation;
  const linkHash = tokenHash(link);
  return database.as({ bodyId }, async (sql) => {
    const unsent = await findUnsent(sql, { consultationId, linkHash, now });
    if (unsent !== undefined) return { behind: 'unsent', unsent } as const;
    const sent = await findSent(sql, consultationId, { linkHash });
    if (sent === undefined) return { behind: 'nothing' } as const;
    return { behind: 'sent', number: sent.number, at: sent.sent_at } as const;
  });
}
