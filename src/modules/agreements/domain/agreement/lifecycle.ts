import type { AgreementKind } from './agreement.ts';
import type { Stage } from './stage.ts';

/** When a stage may follow: directly after one of these, or first of all. */
type Step = Readonly<{
  after: readonly (Stage | 'nothing')[];
  /** It can happen again: an agreement is refreshed each year. */
  again?: true;
  /** Somebody else than the parties decides it, and the page has to say who. */
  decidedBy?: string;
}>;

/**
 * The stages of each kind of agreement and which may follow which. A local area agreement: Local Government and Public
 * Involvement in Health Act 2007, sections 106 to 112. The others are what councils make of them.
 */
export const lifecycles: Readonly<Record<AgreementKind, Readonly<Partial<Record<Stage, Step>>>>> = {
  'local-area-agreement': {
    directed: { after: ['nothing'], decidedBy: 'the Secretary of State' },
    draft: { after: ['nothing', 'directed', 'consultation', 'negotiation'], again: true },
    consultation: { after: ['draft'], again: true },
    negotiation: { after: ['draft', 'consultation'], again: true },
    signed: { after: ['draft', 'consultation', 'negotiation'] },
    submitted: { after: ['consultation', 'negotiation', 'signed'] },
    approved: { after: ['submitted'], decidedBy: 'the Secretary of State' },
    designated: { after: ['approved'], decidedBy: 'the Secretary of State' },
    'in-force': { after: ['approved', 'designated'] },
    refreshed: { after: ['in-force', 'refreshed', 'designated'], again: true },
    closed: { after: ['in-force', 'refreshed', 'designated', 'approved'] },
  },
  'statement-of-intent': {
    draft: { after: ['nothing', 'consultation'], again: true },
    consultation: { after: ['draft'], again: true },
    signed: { after: ['draft', 'consultation'] },
    announced: { after: ['nothing', 'draft', 'consultation', 'signed'] },
    'in-force': { after: ['signed', 'announced', 'draft', 'consultation'] },
    refreshed: { after: ['in-force', 'announced', 'refreshed'], again: true },
    closed: { after: ['in-force', 'refreshed', 'announced', 'signed'] },
  },
  plan: {
    draft: { after: ['nothing', 'consultation'], again: true },
    consultation: { after: ['draft'], again: true },
    approved: { after: ['draft', 'consultation'] },
    announced: { after: ['nothing', 'draft', 'consultation', 'approved'] },
    'in-force': { after: ['approved', 'announced', 'draft', 'consultation'] },
    refreshed: { after: ['in-force', 'announced', 'refreshed'], again: true },
    closed: { after: ['in-force', 'refreshed', 'announced', 'approved'] },
  },
  other: {
    draft: { after: ['nothing', 'consultation', 'negotiation'], again: true },
    consultation: { after: ['draft'], again: true },
    negotiation: { after: ['draft', 'consultation'], again: true },
    signed: { after: ['draft', 'consultation', 'negotiation'] },
    'in-force': { after: ['signed', 'draft', 'consultation', 'negotiation'] },
    refreshed: { after: ['in-force', 'refreshed'], again: true },
    closed: { after: ['in-force', 'refreshed', 'signed'] },
  },
};

/** The stages of a kind, in the order in which they come about. */
export const stagesOf = (kind: AgreementKind): readonly Stage[] => Object.keys(lifecycles[kind]) as Stage[];

export const stepTo = (kind: AgreementKind, stage: Stage): Step | undefined => lifecycles[kind][stage];
