import type { PermissionRefusal } from '#platform/identity';

/** What every act of this module can be refused for. */
export type CommonRefusal = PermissionRefusal | 'no-such-body' | 'already-submitted';

/**
 * Somebody changed the thing since the form was opened. It carries what stands now, so that the page can show both; it
 * is undefined where the thing is gone.
 */
export type Stale<Current> = Readonly<{ stale: Current | undefined }>;

/** Tells a stale refusal, which carries something, from those that are a word. */
export function isStale<Current>(refusal: string | Stale<Current>): refusal is Stale<Current> {
  return typeof refusal === 'object';
}

/** The refusals that are a word, each with a sentence of its own; a stale one is shown, not said. */
export type InOneWord<Refusal> = Exclude<Refusal, Stale<unknown>>;
