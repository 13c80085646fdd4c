import type { Database, Migration } from '#platform/db';
import type { Route } from '#platform/http';
import type { Permission } from '#platform/identity';
import type { Actor, Clock, IsoDate } from '#platform/kernel';
import type { RecordHead } from '#platform/record';

/** What the platform lends to every module. */
export type Services = Readonly<{ database: Database; clock: Clock; head: RecordHead }>;

/** Something that needs an office now: a line of "Your work". */
export type Task = Readonly<{
  title: string;
  /** The page with the button that does it. */
  href: string;
  /** Why it is here, with the rule it comes from. */
  why: string;
  /** The last day to do it, where a rule sets one. */
  by?: IsoDate;
  standing: 'to-do' | 'started' | 'to-check';
}>;

/** A page of the body's own registers: a line of "Your work" below what needs doing. */
export type OwnRegister = Readonly<{ text: string; href: string }>;

/** What a module shows at its door, besides the functions that later modules may call. */
export type Module = Readonly<{
  /** Also the name of its PostgreSQL schema. */
  name: string;
  migrations: readonly Migration[];
  permissions: readonly Permission[];
  routes(services: Services): readonly Route[];
  /** What needs this office now, most pressing first. */
  tasks(services: Services, actor: Actor): Promise<readonly Task[]>;
  /** What this office may do in its own body's registers. */
  ownRegisters(actor: Actor): readonly OwnRegister[];
  /** Loads its part of the example place into an empty database; loading it again changes nothing. */
  loadExample(services: Services): Promise<void>;
}>;

export { type CommonRefusal, type InOneWord, isStale, type Stale } from './outcomes.ts';
