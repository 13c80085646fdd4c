import type { Permission } from '#platform/identity';

/** Who may do what in the register: the one place where it is said. Every office acts for its own body alone. */
export const mayEditDetails: Permission = {
  name: 'register.details.edit',
  says: 'edit a body’s details',
  roles: ['democratic-services', 'monitoring-officer', 'chief-executive'],
  scope: 'own-body',
};

export const mayManageOffices: Permission = {
  name: 'register.offices.manage',
  says: 'add and end a body’s offices and say who holds them',
  roles: ['democratic-services', 'monitoring-officer'],
  scope: 'own-body',
};

export const mayDraftRules: Permission = {
  name: 'register.rules.draft',
  says: 'draft a correction of a body’s rules',
  roles: ['democratic-services', 'scrutiny', 'monitoring-officer'],
  scope: 'own-body',
};

export const mayCorrectRules: Permission = {
  name: 'register.rules.correct',
  says: 'publish a correction of a body’s rules',
  roles: ['monitoring-officer'],
  scope: 'own-body',
};

export const mayCloseDays: Permission = {
  name: 'register.calendar.close',
  says: 'add days on which a body’s offices are closed',
  roles: ['democratic-services', 'monitoring-officer'],
  scope: 'own-body',
};

export const mayRecordSuccession: Permission = {
  name: 'register.succession.record',
  says: 'record the end of a body and what takes its place',
  roles: ['monitoring-officer'],
  scope: 'own-body',
};

export const mayRenameBody: Permission = {
  name: 'register.body.rename',
  says: 'record a new name of a body',
  roles: ['monitoring-officer'],
  scope: 'own-body',
};

/** All of them, for the matrix that tries each with every office and for the documentation. */
export const permissions: readonly Permission[] = [
  mayEditDetails,
  mayManageOffices,
  mayDraftRules,
  mayCorrectRules,
  mayCloseDays,
  mayRecordSuccession,
  mayRenameBody,
];
