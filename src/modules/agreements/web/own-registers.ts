import { may, type Permission } from '#platform/identity';
import type { Actor } from '#platform/kernel';
import type { OwnRegister } from '#platform/module';
import {
  mayConsult,
  mayDraftAgreements,
  mayKeepCommitments,
  mayKeepReward,
  mayReport,
  maySeeBatches,
} from '../permissions.ts';

type Page = Readonly<{ text: string; href(bodyId: string): string; permission: Permission }>;

/** The pages of what a body has promised and measures: a part that has one adds it here. */
const pages: readonly Page[] = [
  { text: 'Agreements', href: (bodyId) => `/office/${bodyId}/agreements`, permission: mayDraftAgreements },
  { text: 'Targets', href: (bodyId) => `/office/${bodyId}/targets`, permission: mayDraftAgreements },
  {
    text: 'Indicators and who brings their readings',
    href: (bodyId) => `/office/${bodyId}/indicators`,
    permission: mayDraftAgreements,
  },
  { text: 'Readings', href: (bodyId) => `/office/${bodyId}/readings`, permission: maySeeBatches },
  { text: 'Consultations', href: (bodyId) => `/office/${bodyId}/consultations`, permission: mayConsult },
  {
    text: 'Commitments',
    href: (bodyId) => `/office/${bodyId}/commitments`,
    permission: mayKeepCommitments,
  },
  { text: 'Reports it publishes', href: (bodyId) => `/office/${bodyId}/reports`, permission: mayReport },
  { text: 'Reward of agreements', href: (bodyId) => `/office/${bodyId}/reward`, permission: mayKeepReward },
];

/** What an office may do in its own body’s registers of agreements, each a way to the page that does it. */
export function ownRegisters(actor: Actor): readonly OwnRegister[] {
  return pages
    .filter(({ permission }) => may(actor, permission, actor.bodyId).ok)
    .map(({ text, href }) => ({ text, href: href(actor.bodyId) }));
}
