import type { Permission } from '#platform/identity';

/** Who may do what in governance: the one place where it is said. Every office acts for its own body alone. */
export const mayPrepareDecisions: Permission = {
  name: 'governance.decisions.prepare',
  says: 'draft notices, records of decisions, agendas and papers',
  roles: ['democratic-services', 'monitoring-officer', 'scrutiny', 'commissioning', 'chief-executive'],
  scope: 'own-body',
};

export const mayPublishDecisions: Permission = {
  name: 'governance.decisions.publish',
  says: 'publish a body’s notices and records of decisions',
  roles: ['democratic-services', 'monitoring-officer'],
  scope: 'own-body',
};

export const maySignCallIn: Permission = {
  name: 'governance.call-in.sign',
  says: 'sign a call-in of a decision of the council',
  roles: ['councillor', 'leader'],
  scope: 'own-body',
};

export const mayReceiveCallIn: Permission = {
  name: 'governance.call-in.receive',
  says: 'enter signed call-in forms and what became of a call-in',
  roles: ['democratic-services', 'scrutiny', 'monitoring-officer'],
  scope: 'own-body',
};

export const mayManageCommittees: Permission = {
  name: 'governance.committees.manage',
  says: 'set up committees and say who sits on them',
  roles: ['democratic-services', 'monitoring-officer'],
  scope: 'own-body',
};

export const mayRunMeetings: Permission = {
  name: 'governance.meetings.run',
  says: 'call meetings, publish agendas and minutes, and record who attended, declared and voted',
  roles: ['democratic-services', 'monitoring-officer', 'scrutiny'],
  scope: 'own-body',
};

export const mayRecordScrutiny: Permission = {
  name: 'governance.scrutiny.record',
  says: 'record scrutiny’s recommendations and watch their conditions',
  roles: ['scrutiny', 'democratic-services', 'monitoring-officer'],
  scope: 'own-body',
};

export const mayAnswerScrutiny: Permission = {
  name: 'governance.scrutiny.answer',
  says: 'give the executive’s response to scrutiny, and report progress on conditions',
  roles: [
    'leader',
    'democratic-services',
    'monitoring-officer',
    'commissioning',
    'chief-executive',
    'finance',
  ],
  scope: 'own-body',
};

export const mayDraftProposals: Permission = {
  name: 'governance.proposals.draft',
  says: 'put a joint proposal to other bodies, amend it and withdraw from one',
  roles: ['democratic-services', 'monitoring-officer', 'chief-executive', 'leader', 'commissioning'],
  scope: 'own-body',
};

export const mayImport: Permission = {
  name: 'governance.import',
  says: 'bring in decisions and meetings from another system',
  roles: ['democratic-services', 'monitoring-officer'],
  scope: 'own-body',
};

/** All of them, for the matrix that tries each with every office and for the documentation. */
export const permissions: readonly Permission[] = [
  mayPrepareDecisions,
  mayPublishDecisions,
  maySignCallIn,
  mayReceiveCallIn,
  mayManageCommittees,
  mayRunMeetings,
  mayRecordScrutiny,
  mayAnswerScrutiny,
  mayDraftProposals,
  mayImport,
];
