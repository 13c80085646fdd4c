import type { Migration } from '#platform/db';
import { bringing } from './0001-bringing.ts';
import { releases } from './0002-releases.ts';
import { supplierChoices } from './0010-supplier-choices.ts';
import { outturn } from './0020-outturn.ts';
import { publicationDuties } from './0021-publication-duties.ts';
import { ownRows } from './0030-own-writes.ts';
import { askedTwice } from './0040-asked-twice.ts';
import { publication } from './0050-publication.ts';
import { askedByMonth } from './0060-asked-by-month.ts';

/** The steps that make this module’s tables, in their order. A step that has been released never changes. */
export const migrations: readonly Migration[] = [
  bringing,
  releases,
  supplierChoices,
  outturn,
  publicationDuties,
  ownRows,
  askedTwice,
  publication,
  askedByMonth,
];
