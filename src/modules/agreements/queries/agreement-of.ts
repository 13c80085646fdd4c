import type { Sql } from '#platform/db';
import type { Agreement } from '../domain/agreement/agreement.ts';
import { findAgreement } from '../store/agreements.ts';

/** One agreement with its versions and stages; undefined where there is none. */
export const agreementOf = (sql: Sql, id: string): Promise<Agreement | undefined> => findAgreement(sql, id);
