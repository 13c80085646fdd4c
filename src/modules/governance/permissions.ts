import type { Permission } from '#platform/identity';

/** Who may do what here: the one place where it is said. */
export const permissions: readonly Permission[] = [];
