/** The offices whose holders can act in Accord. What each may do is decided in each module's `permissions.ts`. */
export const roles = [
  'leader',
  'chief-executive',
  'monitoring-officer',
  'democratic-services',
  'scrutiny',
  'finance',
  'performance',
  'commissioning',
  'councillor',
] as const;
export type Role = (typeof roles)[number];

/**
 * Who is acting: one office, of one body, held on the day. The record names the office, never the person; the
 * account behind it is known to identity alone and is absent when an example office is tried out.
 */
export type Actor = Readonly<{
  officeId: string;
  /** With its body, as the record says it: "Leader of the Council, Swale Borough Council". */
  officeTitle: string;
  role: Role;
  bodyId: string;
  bodyName: string;
  accountId: string | undefined;
}>;
