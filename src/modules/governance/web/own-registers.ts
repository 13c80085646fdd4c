import { may, type Permission } from '#platform/identity';
import type { Actor } from '#platform/kernel';
import type { OwnRegister } from '#platform/module';
import { mayDraftProposals, mayPrepareDecisions, mayRecordScrutiny } from '../permissions.ts';

type Page = Readonly<{ text: string; href(bodyId: string): string; permission: Permission }>;

/** The pages of a body’s own governance: a part that has one adds it here. */
const pages: readonly Page[] = [
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
  {
    text: 'Scrutiny’s recommendations',
    href: (bodyId) => `/office/${bodyId}/recommendations`,
    permission: mayRecordScrutiny,
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
