import { may, type Permission } from '#platform/identity';
import type { Actor } from '#platform/kernel';
import type { OwnRegister } from '#platform/module';
import {
  mayCloseDays,
  mayDraftRules,
  mayEditDetails,
  mayManageOffices,
  mayRecordSuccession,
  mayRenameBody,
} from '../../permissions.ts';

/** What an office may do in its own body's register, each a way to the page that does it. */
export function ownRegisters(actor: Actor): readonly OwnRegister[] {
  const { bodyId } = actor;
  const page = `/bodies/${bodyId}`;
  const pages: readonly (OwnRegister & Readonly<{ permission: Permission }>)[] = [
    { text: 'Edit its details', href: `${page}/details`, permission: mayEditDetails },
    {
      text: 'Its offices and who holds them',
      href: `${page}/offices/manage`,
      permission: mayManageOffices,
    },
    { text: 'Draft corrections of its rules', href: `${page}/drafts`, permission: mayDraftRules },
    { text: 'Days its offices are closed', href: `${page}/closures`, permission: mayCloseDays },
    { text: 'Record a new name', href: `${page}/name`, permission: mayRenameBody },
    {
      text: 'Record its end and what takes its place',
      href: `${page}/succession`,
      permission: mayRecordSuccession,
    },
  ];
  return pages
    .filter(({ permission }) => may(actor, permission, bodyId).ok)
    .map(({ text, href }) => ({ text, href }));
}
