import { may, type Permission } from '#platform/identity';
import type { Actor } from '#platform/kernel';
import type { OwnRegister } from '#platform/module';
import { mayJudgeSuppliers, maySeeSpending } from '../permissions.ts';
import { roomPath } from './publishing/office/paths.ts';
import { suppliersRoom } from './suppliers/office-paths.ts';

type Page = Readonly<{ text: string; href(bodyId: string): string; permission: Permission }>;

/** The pages of what a body publishes of its money: a part that has one adds it here. */
const pages: readonly Page[] = [
  { text: 'Published spending', href: roomPath, permission: maySeeSpending },
  { text: 'Names that may be one supplier', href: suppliersRoom, permission: mayJudgeSuppliers },
];

/** What an office may do in its own body’s books, each a way to the page that does it. */
export function ownRegisters(actor: Actor): readonly OwnRegister[] {
  return pages
    .filter(({ permission }) => may(actor, permission, actor.bodyId).ok)
    .map(({ text, href }) => ({ text, href: href(actor.bodyId) }));
}
