import type { ModuleSchema } from '#platform/db';
import { migrations as draftMigrations } from '#platform/drafts';
import { migrations as followMigrations } from '#platform/follow';
import { migrations as identityMigrations } from '#platform/identity';
import { migrations as mailMigrations } from '#platform/mail';
import { migrations as recordMigrations } from '#platform/record';
import { migrations as reminderMigrations } from '#platform/reminders';
import { modules } from './modules.ts';

/** The platform's PostgreSQL schemas and those of these modules, in the order in which they build on each other. */
export const schemasOf = (built: readonly ModuleSchema[]): readonly ModuleSchema[] => [
  { name: 'record', migrations: recordMigrations },
  { name: 'identity', migrations: identityMigrations },
  { name: 'mail', migrations: mailMigrations },
  { name: 'follow', migrations: followMigrations },
  { name: 'reminders', migrations: reminderMigrations },
  { name: 'drafts', migrations: draftMigrations },
  ...built,
];

export const schemas = schemasOf(modules);
