import type { Visitor } from './visitor.ts';

const office = '/office/maidstone/proposals';

/** Everything a draft asks, page by page: a proposal of Maidstone’s to Swale, with the plain route of each. */
const pages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  text: {
    title: 'One number for noise at night',
    summary: 'Two councils answer complaints of noise at night on one number.',
    text: 'The councils share the officers who answer. Maidstone keeps the accounts.',
    clauses: '1',
    'clause-1': 'That the council join the service',
    'effect-1': 'resolve',
    source: 'Report to both councils',
  },
  parties: { 'party-maidstone': 'yes', 'party-swale': 'yes' },
  approvals: { 'approval-maidstone.executive': 'yes', 'approval-swale.committee': 'yes' },
  terms: { needs: 'all', start: 'all-together' },
};

/** Drafts a joint proposal in the browser’s way, as an officer of Maidstone, up to its check page. Answers the draft’s id. */
export async function draftProposal(officer: Visitor): Promise<string> {
  const begun = await officer.send(office, {});
  const id = /drafts\/([\w-]{36})\//.exec(begun.to ?? '')?.[1] ?? 'none';
  for (const [page, answers] of Object.entries(pages)) {
    const kept = await officer.send(`${office}/drafts/${id}/${page}`, answers);
    if (kept.status !== 303) throw new Error(`${page} answered ${kept.status}`);
  }
  return id;
}
