import type { Role } from '#platform/kernel';

/** An office by what it does, where no title is at hand: "the office for performance". */
export const officeWords = (role: Role): string => `the office for ${role.replaceAll('-', ' ')}`;
