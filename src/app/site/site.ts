import type { Configuration } from '#platform/config';
import type { FollowServices } from '#platform/follow';
import type { IdentityServices } from '#platform/identity';
import type { Module, ServicesWithFiles } from '#platform/module';
import type { CheckpointKeeper, LogKey } from '#platform/record';
import type { Reminders } from '../reminders.ts';

/** What the pages of the site itself, which belong to no module, are made from. */
export type SiteServices = ServicesWithFiles &
  Readonly<{
    identity: IdentityServices;
    modules: readonly Module[];
    checkpoints: CheckpointKeeper;
    key: LogKey;
    follow: FollowServices;
    reminders: Reminders;
    configuration: Configuration;
    /** Where people find the site. */
    address: string;
    /** Whether the example place is loaded, so that its pages say so. */
    example: boolean;
  }>;
