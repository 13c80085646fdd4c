import type { Sql } from '#platform/db';
import type { PutProposal } from '../domain/proposal/put-proposal.ts';
import { findProposal } from '../store/proposals.ts';

/** A proposal with all its versions, whatever its parties made of it; undefined where there is none. */
export const proposalPut = (sql: Sql, id: string): Promise<PutProposal | undefined> => findProposal(sql, id);
