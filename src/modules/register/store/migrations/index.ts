import type { Migration } from '#platform/db';
import { bodies } from './0001-bodies.ts';
import { places } from './0002-places.ts';
import { offices } from './0003-offices.ts';
import { rules } from './0004-rules.ts';
import { drafts } from './0005-drafts.ts';

/** The register's schema, step by step. A released step is never changed. */
export const migrations: readonly Migration[] = [bodies, places, offices, rules, drafts];
