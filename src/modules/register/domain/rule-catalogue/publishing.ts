import type { RuleDefinition } from './definition.ts';

/** What a council publishes of its own money. */
export const publishingRules = {
  'payments.publishedOver': {
    title: 'Payments are published over',
    help: 'Payments of more than this are published one by one. The Code asks for those over £500 and recommends those over £250; a council may publish smaller ones too.',
    law: 'Local Government Transparency Code 2015, Part 2 and Part 3; SI 2014/2680',
    concerns: 'councils',
    value: { type: 'money' },
  },
} as const satisfies Record<string, RuleDefinition>;
