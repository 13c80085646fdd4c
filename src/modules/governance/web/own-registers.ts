import { may, type Permission } from '#platform/identity';
import type { Actor } from '#platform/kernel';
import type { OwnRegister } from '#platform/module';
import {
  mayDraftProposals,
  mayManageCommittees,
  mayPrepareDecisions,
  mayImport,
  mayRecordScrutiny,
} from '../permissions.ts';

type Page = Readonly<{ text: string; href(bodyId: string): string; permission: Permission }>;

/** The pages of a body’s own governance: a part that has one adds it here. */
const pages: readonly Page[] = [
  { text: 'Meetings', href: (bodyId) => `/office/${bodyId}/meetings`, permission: mayPrepareDecisions },
  {
    text: 'Committees and who sits on them',
    href: (bodyId) => `/office/${bodyId}/committees`,
    permission: mayManageCommittees,
  },
  {
    text: 'Notices of forthcoming decisions',
    href: (bodyId) => `/office/${bodyId}/notices`,
    permission: mayPrepareDecisions,
  },
  {
    text: 'Records of decisions',
    href: (bodyId) => `/office/${bodyId}/decisions`,
    permission: mayPrepareDecisions,
  },
  { text: 'Papers', href: (bodyId) => `/office/${bodyId}/papers`, permission: mayPrepareDecisions },
  {
    text: 'Scrutiny’s recommendations',
    href: (bodyId) => `/office/${bodyId}/recommendations`,
    permission: mayRecordScrutiny,
  },
  {
    text: 'Bring in decisions and meetings',
    href: (bodyId) => `/office/${bodyId}/import`,
    permission: mayImport,
  },
  {
    text: 'Joint proposals',
    href: (bodyId) => `/office/${bodyId}/proposals`,
    permission: mayDraftProposals,
  },
];

/** What an office may do in its own body’s registers of decisions, each a way to the page that does it. */
export function ownRegisters(actor: Actor): readonly OwnRegister[] {
  return pages
    .filter(({ permission }) => may(actor, permission, actor.bodyId).ok)
    .map(({ text, href }) => ({ text, href: href(actor.bodyId) }));
}
