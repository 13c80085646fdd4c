import type { Migration } from '#platform/db';
import { workingTables } from './0001-working-tables.ts';
import { committees } from './0002-committees.ts';
import { decisions } from './0003-decisions.ts';
import { signatures } from './0004-signatures.ts';
import { papers } from './0005-papers.ts';
import { meetings } from './0007-meetings.ts';
import { scrutiny } from './0008-scrutiny.ts';
import { notices } from './0006-notices.ts';
import { proposals } from './0009-proposals.ts';
import { decisionLists } from './0010-decision-lists.ts';
import { find } from './0011-find.ts';
import { imports } from './0012-imports.ts';
import { findByPlace } from './0013-find-by-place.ts';

/** The schema, step by step. A released step is never changed. */
export const migrations: readonly Migration[] = [
  workingTables,
  committees,
  decisions,
  signatures,
  papers,
  notices,
  meetings,
  scrutiny,
  proposals,
  decisionLists,
  find,
  imports,
  findByPlace,
];
