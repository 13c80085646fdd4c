import type { Folders } from '#platform/analytics';
import type { Database, Migration } from '#platform/db';
import type { Route, Visit } from '#platform/http';
import type { Permission } from '#platform/identity';
import type { Actor, Clock, IsoDate } from '#platform/kernel';
import type { RecordHead } from '#platform/record';
import type { VNode } from 'preact';

/** What the platform lends to every module. */
export type Services = Readonly<{ database: Database; clock: Clock; head: RecordHead }>;

/** The same, for a module that keeps files of columns as well. */
export type ServicesWithFiles = Services &
  Folders &
  Readonly<{
    /** Hears of a fault of work that nobody waits for, which is written to the log. */
    onFault?(error: unknown, during: string): void;
  }>;

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

/**
 * What a module has to tell of a body or a place, as a part of the page that an earlier module keeps of it. `changesAt` is when
 * it will read otherwise though nobody has done anything.
 */
export type Told = Readonly<{ title: string; shown: VNode; changesAt?: Date }>;

/** Asks every module in turn what it has to tell. Built by the app, the only place that knows them all. */
export type Tellers = Readonly<{
  ofBody(bodyId: string, visit: Visit): Promise<readonly Told[]>;
  ofPlace(placeId: string, visit: Visit): Promise<readonly Told[]>;
  /** Of a single thing, by its page: `/decisions/maidstone/2008-001`. A module that has nothing to tell is silent. */
  ofThing(page: string, visit: Visit): Promise<readonly Told[]>;
}>;

/** What a module shows at its door, besides the functions that later modules may call. */
export type Module = Readonly<{
  /** Also the name of its PostgreSQL schema. */
  name: string;
  migrations: readonly Migration[];
  permissions: readonly Permission[];
  /** `address` is the site’s own, for links in what leaves it. */
  routes(services: ServicesWithFiles & Readonly<{ told: Tellers; address: string }>): readonly Route[];
  /** What it has to tell on the page of a body, of a place, and of a single thing that an earlier module keeps. */
  tellOfBody?(services: ServicesWithFiles, bodyId: string, visit: Visit): Promise<Told>;
  tellOfPlace?(services: ServicesWithFiles, placeId: string, visit: Visit): Promise<Told>;
  tellOfThing?(services: ServicesWithFiles, page: string, visit: Visit): Promise<Told | undefined>;
  /** What needs this office now, most pressing first. */
  tasks(services: ServicesWithFiles, actor: Actor): Promise<readonly Task[]>;
  /** What this office may do in its own body's registers. */
  ownRegisters(actor: Actor): readonly OwnRegister[];
  /** Loads what holds whoever uses the site, such as the law’s rules, where no example is loaded; again, it changes nothing. */
  loadReference?(services: ServicesWithFiles): Promise<void>;
  /** Loads its part of the example place, and of what `loadReference` does, into an empty database; loading it again changes nothing. */
  loadExample(services: ServicesWithFiles): Promise<void>;
  /**
   * What of the example takes a while, loaded once the site is open; its pages say that it is on its way. Where it was cut off it goes on,
   * and loading it again changes nothing.
   */
  loadRestOfExample?(services: ServicesWithFiles): Promise<void>;
  /** Goes on with what was acknowledged and left undone when a process ended. Called at every start, once the site is open. */
  goOn?(services: ServicesWithFiles): Promise<void>;
}>;

export { type CommonRefusal, type InOneWord, isStale, type Stale } from './outcomes.ts';
