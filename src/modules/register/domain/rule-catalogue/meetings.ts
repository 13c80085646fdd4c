import { clearPeriods, type RuleDefinition } from './definition.ts';

/** Meetings, the records of what they decide, and scrutiny's clocks. */
export const meetingRules = {
  'meeting.access': {
    title: 'Agenda and reports open before a meeting by',
    help: 'How long before a meeting its agenda and reports must be open to the public.',
    law: 'Local Government Act 1972, section 100B; SI 2012/2089, regulations 6 and 7',
    concerns: 'councils',
    value: { type: 'period', units: clearPeriods, most: 30 },
  },
  'meeting.summons': {
    title: 'Summons to a meeting of the council',
    help: 'How long before a meeting of the full council its members must be summoned.',
    law: 'Local Government Act 1972, schedule 12, paragraph 4',
    concerns: 'councils',
    value: { type: 'period', units: clearPeriods, most: 30 },
  },
  'meeting.quorum': {
    title: 'Quorum',
    help: 'How many members must be present for a meeting of the body itself.',
    law: 'The body’s own constitution or terms of reference',
    concerns: 'any',
    value: { type: 'count', unit: 'members', least: 1, most: 200 },
  },
  'record.publish': {
    title: 'Record of a decision published within',
    help: 'The law says as soon as reasonably practicable; a constitution may set a limit.',
    law: 'SI 2012/2089, regulation 14; the council’s constitution',
    concerns: 'executives',
    value: { type: 'period', units: ['working-days'], most: 30 },
  },
  'record.cutOff': {
    title: 'Publication cut-off',
    help: 'Something published after this time counts as published on the next working day.',
    law: 'The council’s constitution',
    concerns: 'councils',
    value: { type: 'time' },
  },
  'record.dispensationBy': {
    title: 'Who may grant a dispensation',
    help: 'Who may allow a member with a conflict of interest to take part.',
    law: 'SI 2000/3272, regulations 3 and 4; SI 2012/2089, regulations 12 and 13',
    concerns: 'executives',
    value: {
      type: 'choice',
      options: {
        'standards-committee': 'The standards committee',
        'head-of-paid-service': 'The head of paid service',
      },
    },
  },
  'record.officerDecisions': {
    title: 'Officers’ decisions that need a record',
    help: 'Until September 2012 only key decisions taken by officers; since then every executive decision they take.',
    law: 'SI 2000/3272, regulation 4; SI 2012/2089, regulation 13',
    concerns: 'executives',
    value: {
      type: 'choice',
      options: { 'key-only': 'Key decisions only', 'all-executive': 'Every executive decision' },
    },
  },
  'record.otherOfficerDecisions': {
    title: 'Officers’ other decisions that need a record',
    help: 'Since August 2014 officers record what they decide under a delegation outside the executive: a licence or permission, what touches somebody’s rights, a contract or cost that weighs.',
    law: 'SI 2014/2095, regulations 7 and 8',
    concerns: 'councils',
    value: {
      type: 'choice',
      options: { 'not-asked': 'No record is asked for', 'si-2014-2095': 'A record by SI 2014/2095' },
    },
  },
  'record.keep': {
    title: 'Records and reports kept for',
    help: 'How long from the decision the record and its reports stay open to inspection.',
    law: 'SI 2012/2089, regulation 22, and the regulations before it',
    concerns: 'executives',
    value: { type: 'period', units: ['years'], most: 100 },
  },
  'record.keepBackgroundPapers': {
    title: 'Background papers kept for',
    help: 'How long from the decision its background papers stay open to inspection.',
    law: 'SI 2012/2089, regulation 22, and the regulations before it',
    concerns: 'executives',
    value: { type: 'period', units: ['years'], most: 100 },
  },
  'scrutiny.response': {
    title: 'Executive’s response to a scrutiny report within',
    help: 'How long the executive has to answer the recommendations of an overview and scrutiny committee.',
    law: 'Local Government Act 2000, section 9FE (earlier section 21B)',
    concerns: 'executives',
    value: { type: 'period', units: ['months', 'working-days'], most: 60 },
  },
  'scrutiny.documents': {
    title: 'Documents asked for by scrutiny members within',
    help: 'How long the executive has to hand over a document, or give its reasons in writing for not doing so.',
    law: 'SI 2012/2089, regulation 17',
    concerns: 'executives',
    value: { type: 'period', units: clearPeriods, most: 30 },
  },
  'scrutiny.urgencyReport': {
    title: 'Special urgency reported to the council every',
    help: 'The longest time between the leader’s reports of decisions taken under special urgency.',
    law: 'SI 2012/2089, regulation 19',
    concerns: 'executives',
    value: { type: 'period', units: ['months'], most: 12 },
  },
} as const satisfies Record<string, RuleDefinition>;
