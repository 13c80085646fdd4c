import type { Permission } from './permission.ts';

/** Who keeps the accounts of a body: who may sign in, and in which of its offices they may act. */
export const mayKeepAccounts: Permission = {
  name: 'identity.accounts.keep',
  says: 'open and close accounts and say in which offices they act',
  roles: ['monitoring-officer'],
  scope: 'own-body',
};
