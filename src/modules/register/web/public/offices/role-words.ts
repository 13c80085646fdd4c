import type { Role } from '#platform/kernel';

/** What an office's role lets its holder do here, for readers who only want to know who acts. */
export const roleWords = (role: Role | undefined): string =>
  role === undefined ? 'Nothing: it is a seat, not a post that acts here' : words[role];

const words: Readonly<Record<Role, string>> = {
  leader: 'Act as leader of the body',
  'chief-executive': 'Act as head of the body’s staff',
  'monitoring-officer': 'See that the body acts lawfully, and correct its rules',
  'democratic-services': 'Keep the body’s offices, notices and records',
  scrutiny: 'Serve overview and scrutiny',
  finance: 'Answer for the body’s money',
  performance: 'Report how promises are kept',
  commissioning: 'Arrange services with partners',
  councillor: 'Act as a member of the council',
};
