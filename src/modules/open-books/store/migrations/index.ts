import type { Migration } from '#platform/db';
import { bringing } from './0001-bringing.ts';
import { releases } from './0002-releases.ts';
import { outturn } from './0020-outturn.ts';

/** The steps that make this module’s tables, in their order. A step that has been released never changes. */
export const migrations: readonly Migration[] = [bringing, releases, outturn];
