import type { Breadcrumb } from '#platform/http';
import { formatDate, type IsoDate, type Role } from '#platform/kernel';

/** What the holder of an office may do in Accord, as the form asks it. */
export const roleWords: Readonly<Record<Role, string>> = {
  leader: 'Leader',
  'chief-executive': 'Chief executive',
  'monitoring-officer': 'Monitoring officer',
  'democratic-services': 'Democratic services',
  scrutiny: 'Scrutiny',
  finance: 'Finance (section 151)',
  performance: 'Performance',
  commissioning: 'Commissioning',
  councillor: 'Councillor',
};

/** The last part of an office's address: `leader` of `maidstone.leader`. */
export const officeSlug = (officeId: string): string => officeId.slice(officeId.indexOf('.') + 1);

export const dayOr = (on: IsoDate | undefined, otherwise: string): string =>
  on === undefined ? otherwise : formatDate(on);

/** The room in which a body's offices are kept; `/bodies/:body/offices` itself is the public's. */
export const officesPath = ({ bodyId }: Readonly<{ bodyId: string }>): string =>
  `/bodies/${bodyId}/offices/manage`;

/** That room as a step on the way to a page within it. */
export const officesStep = (body: Readonly<{ bodyId: string }>): Breadcrumb => ({
  text: 'Offices and who holds them',
  href: officesPath(body),
});
