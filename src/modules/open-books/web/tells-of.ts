import type { Visit } from '#platform/http';
import type { ServicesWithFiles } from '#platform/module';
import type { VNode } from 'preact';

/** What one part of this module has to tell of a body; undefined: nothing. */
export type TellsOf = (
  services: ServicesWithFiles,
  bodyId: string,
  visit: Visit,
) => Promise<Readonly<{ shown: VNode }> | undefined>;
