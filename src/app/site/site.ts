import type { Module, Services } from '#platform/module';
import type { IdentityServices } from '#platform/identity';

/** What the pages of the site itself, which belong to no module, are made from. */
export type SiteServices = Services &
  Readonly<{
    identity: IdentityServices;
    modules: readonly Module[];
    /** Whether the example place is loaded, so that its pages say so. */
    example: boolean;
  }>;
