import type { Permission } from '#platform/identity';

/** Who may do what in agreements: the one place where it is said. Every office acts for its own body alone. */
export const mayDraftAgreements: Permission = {
  name: 'agreements.draft',
  says: 'draft agreements, frameworks, indicators and targets, and put them to the bodies concerned',
  roles: ['performance', 'commissioning', 'democratic-services', 'chief-executive', 'leader'],
  scope: 'own-body',
};

export const mayAnswerTargets: Permission = {
  name: 'agreements.targets.answer',
  says: 'record the body’s consent to a target, its refusal or withdrawal, by its own decision',
  roles: ['democratic-services', 'monitoring-officer', 'chief-executive', 'leader'],
  scope: 'own-body',
};

export const mayEnterReadings: Permission = {
  name: 'agreements.readings.enter',
  says: 'enter readings and write the story behind them',
  roles: ['performance', 'commissioning', 'finance'],
  scope: 'own-body',
};

export const mayApproveReadings: Permission = {
  name: 'agreements.readings.approve',
  says: 'approve readings that somebody else entered, which publishes them',
  roles: ['performance', 'chief-executive', 'finance'],
  scope: 'own-body',
};

export const maySeeBatches: Permission = {
  name: 'agreements.readings.see',
  says: 'see what readings are due and which wait for approval',
  roles: ['performance', 'commissioning', 'finance', 'chief-executive'],
  scope: 'own-body',
};

export const mayKeepCommitments: Permission = {
  name: 'agreements.commitments.keep',
  says: 'record commitments, their milestones, evidence and status',
  roles: ['performance', 'commissioning', 'democratic-services', 'chief-executive', 'scrutiny'],
  scope: 'own-body',
};

export const mayReplyOnCommitments: Permission = {
  name: 'agreements.commitments.reply',
  says: 'reply beside what is said of a commitment the body answers for',
  roles: ['leader', 'chief-executive', 'performance', 'commissioning'],
  scope: 'own-body',
};

export const mayConsult: Permission = {
  name: 'agreements.consult',
  says: 'open consultations, look through the responses and say what became of each',
  roles: ['performance', 'commissioning', 'democratic-services', 'chief-executive'],
  scope: 'own-body',
};

export const mayReport: Permission = {
  name: 'agreements.report',
  says: 'compose reports and publish them',
  roles: ['performance', 'chief-executive', 'scrutiny'],
  scope: 'own-body',
};

export const mayKeepReward: Permission = {
  name: 'agreements.reward.keep',
  says: 'record the reward rules of an agreement, its pot and its payments',
  roles: ['finance', 'performance', 'chief-executive'],
  scope: 'own-body',
};

/** All of them, for the matrix that tries each with every office and for the documentation. */
export const permissions: readonly Permission[] = [
  mayDraftAgreements,
  mayAnswerTargets,
  mayEnterReadings,
  mayApproveReadings,
  maySeeBatches,
  mayKeepCommitments,
  mayReplyOnCommitments,
  mayConsult,
  mayReport,
  mayKeepReward,
];
