import type { Permission } from '#platform/identity';

/** Who may do what in open books: the one place where it is said. Every office acts for its own body alone. */
export const mayBringSpending: Permission = {
  name: 'open-books.spending.bring',
  says: 'bring files of payments, correct how they are read and ask for them to be published',
  roles: ['finance', 'commissioning'],
  scope: 'own-body',
};

export const maySeeSpending: Permission = {
  name: 'open-books.spending.see',
  says: 'see files of payments that are not published yet, with what their check found',
  roles: ['finance', 'commissioning', 'chief-executive'],
  scope: 'own-body',
};

export const mayApproveSpending: Permission = {
  name: 'open-books.spending.approve',
  says: 'approve payments that somebody else brought, which publishes them, and withdraw what was published',
  roles: ['finance', 'chief-executive'],
  scope: 'own-body',
};

export const mayJudgeSuppliers: Permission = {
  name: 'open-books.suppliers.judge',
  says: 'say that two names are one supplier, or that they are not',
  roles: ['finance', 'commissioning'],
  scope: 'own-body',
};

/** A part of this module that has something to permit adds it here. */
export const permissions: readonly Permission[] = [
  mayBringSpending,
  maySeeSpending,
  mayApproveSpending,
  mayJudgeSuppliers,
];
