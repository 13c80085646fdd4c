import type { Sql } from '#platform/db';
import type { Collection } from '../../domain/commitment/commitment.ts';
import { listCollections } from '../../store/commitments.ts';

/** Every collection of promises, the oldest document first. */
export const collectionsKept = (sql: Sql): Promise<readonly Collection[]> => listCollections(sql);
