import { errorsOf } from './read-page.ts';
import type { Visitor } from './visitor.ts';

const office = '/office/maidstone/agreements';

export type DraftPages = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Everything a draft asks, page by page: an agreement of Maidstone with three others, each by its own route. */
export const agreementPages: DraftPages = {
  about: {
    title: 'Safe swimming in mid Kent',
    summary: 'Four councils teach every child to swim.',
    kind: 'other',
    how: 'signing',
    'from-day': '1',
    'from-month': '9',
    'from-year': '2026',
    'until-day': '31',
    'until-month': '8',
    'until-year': '2029',
    framework: 'local-outcomes-framework-2026',
    source: 'Report to the four leaders',
  },
  parties: {
    'party-maidstone': 'yes',
    'party-tunbridge-wells': 'yes',
    'party-swale': 'yes',
    'party-kent-county-council': 'yes',
    'partner-ashford': 'yes',
  },
  signing: {
    needs: 'all',
    'approval-maidstone.executive': 'yes',
    'approval-tunbridge-wells.executive': 'yes',
    'approval-swale.committee': 'yes',
    'approval-kent-county-council.council': 'yes',
  },
  text: {
    principles: 'Each council stays sovereign.\nWhat is counted is published.',
    text: '# What is agreed\nEvery child can swim at eleven. Pools open early for schools.\n# Money\nEach council pays for its own pools.',
  },
  outcomes: { 'outcome-local-outcomes-framework-2026/8': 'yes' },
};

/** Keeps these pages of a draft that was begun, in the browser’s way. */
export async function keepDraftPages(officer: Visitor, draft: string, pages: DraftPages): Promise<void> {
  for (const [page, answers] of Object.entries(pages)) {
    const kept = await officer.send(`${draft}/${page}`, answers);
    if (kept.status !== 303) throw new Error(`${page} answered ${kept.status}: ${errorsOf(kept).join('; ')}`);
  }
}

/** Drafts an agreement up to its check page. Answers where its pages are. */
export async function draftAgreement(officer: Visitor, pages = agreementPages): Promise<string> {
  const begun = await officer.send(office, {});
  const draft = (begun.to ?? '').replace(/\/about$/, '');
  await keepDraftPages(officer, draft, pages);
  return draft;
}
