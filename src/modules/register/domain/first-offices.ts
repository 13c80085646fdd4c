import type { Role } from '#platform/kernel';
import { type BodyKind, isPrincipalCouncil } from './body.ts';

/** An office that a body has from its first day; `source` is undefined where no law names it. */
export type FirstOffice = Readonly<{ slug: string; title: string; role: Role; source: string | undefined }>;

const principal: readonly FirstOffice[] = [
  {
    slug: 'head-of-paid-service',
    title: 'Head of Paid Service',
    role: 'chief-executive',
    source: 'Local Government and Housing Act 1989, section 4',
  },
  {
    slug: 'monitoring-officer',
    title: 'Monitoring Officer',
    role: 'monitoring-officer',
    source: 'Local Government and Housing Act 1989, section 5',
  },
  {
    slug: 'chief-finance-officer',
    title: 'Chief Finance Officer',
    role: 'finance',
    source: 'Local Government Act 1972, section 151',
  },
];

const parish: readonly FirstOffice[] = [
  {
    slug: 'proper-officer',
    title: 'Proper Officer',
    role: 'monitoring-officer',
    source: 'Local Government Act 1972, section 112',
  },
  {
    slug: 'responsible-financial-officer',
    title: 'Responsible Financial Officer',
    role: 'finance',
    source: 'Local Government Act 1972, section 151',
  },
];

/** One office alone, so that somebody can act for the body and add the others. */
const other: readonly FirstOffice[] = [
  { slug: 'monitoring-officer', title: 'Monitoring Officer', role: 'monitoring-officer', source: undefined },
];

/** The offices that a new body starts with: those the law asks of its kind, or one that can add the others. */
export function firstOffices(kind: BodyKind): readonly FirstOffice[] {
  if (isPrincipalCouncil(kind)) return principal;
  return kind === 'parish-council' ? parish : other;
}
