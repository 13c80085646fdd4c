import type { Actor, Role } from '#platform/kernel';
import { expect, test } from 'vitest';
import { ownRegisters } from './own-registers.ts';

const pagesOf = (role: Role) => {
  const actor: Actor = {
    accountId: undefined,
    bodyId: 'swale',
    bodyName: 'Swale Borough Council',
    officeId: `swale.${role}`,
    officeTitle: 'An office',
    role,
  };
  return ownRegisters(actor).map(({ href }) => href.replace('/bodies/swale/', ''));
};

test.each([
  ['monitoring-officer', ['details', 'offices/manage', 'drafts', 'closures', 'name', 'succession']],
  ['democratic-services', ['details', 'offices/manage', 'drafts', 'closures']],
  ['chief-executive', ['details']],
  ['scrutiny', ['drafts']],
  ['finance', []],
] as const)('the %s is offered what it may do, and nothing that would be refused', (role, pages) => {
  expect(pagesOf(role)).toEqual(pages);
});
