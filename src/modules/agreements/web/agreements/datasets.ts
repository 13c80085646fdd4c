import type { Dataset } from '#platform/http';
import { capitalise, formatDate, type IsoDate } from '#platform/kernel';
import { standingOfAction } from '../../domain/agreement/action-standing.ts';
import { agreementKinds, agreementPath, capacities } from '../../domain/agreement/agreement.ts';
import type { AgreementAt } from '../../queries/agreements/agreement-at.ts';
import type { AgreementPage } from '../../queries/agreements/agreement-page.ts';
import { changeInWords, type Compared, sentencesOf } from './compare-page.tsx';
import { actionTitles, sayDue, sayStanding, standingTitle } from './words.ts';

const source = 'Accord, the public record of agreements';

/** The list of agreements as a file. */
export const agreementsDataset = (agreements: readonly AgreementAt[]): Dataset => ({
  name: 'agreements',
  columns: [
    { key: 'id', title: 'Id' },
    { key: 'title', title: 'Title' },
    { key: 'kind', title: 'Kind' },
    { key: 'keptBy', title: 'Kept by' },
    { key: 'parties', title: 'Parties' },
    { key: 'termFrom', title: 'First day of its term' },
    { key: 'termUntil', title: 'Last day of its term' },
    { key: 'standing', title: 'Where it stands' },
    { key: 'says', title: 'In words' },
    { key: 'version', title: 'Version' },
    { key: 'renews', title: 'Renews' },
    { key: 'partOf', title: 'Chapter of' },
    { key: 'place', title: 'Place' },
    { key: 'isIllustrative', title: 'Made up' },
    { key: 'page', title: 'Page' },
  ],
  rows: agreements.map(({ agreement, version, standing }) => ({
    id: agreement.id,
    title: version.title,
    kind: agreementKinds[agreement.kind],
    keptBy: agreement.bodyId,
    parties: version.parties.map(({ bodyId }) => bodyId).join(' '),
    termFrom: version.term.from ?? null,
    termUntil: version.term.until ?? null,
    standing: standingTitle(standing),
    says: sayStanding(standing),
    version: version.number,
    renews: agreement.renews ?? null,
    partOf: agreement.partOf ?? null,
    place: agreement.placeId ?? null,
    isIllustrative: agreement.isIllustrative,
    page: agreementPath(agreement),
  })),
  source,
});

/** The parties of one agreement as a file. */
export const partiesDataset = ({ agreement, version, bodies, ended }: AgreementPage): Dataset => ({
  name: `parties-${agreement.id}`,
  columns: [
    { key: 'body', title: 'Body' },
    { key: 'name', title: 'Name' },
    { key: 'capacity', title: 'As what' },
    { key: 'ended', title: 'Ended on' },
    { key: 'successors', title: 'In its place' },
  ],
  rows: version.parties.map(({ bodyId, capacity }) => {
    const gone = ended.find(({ body }) => body.id === bodyId);
    return {
      body: bodyId,
      name: bodies.get(bodyId)?.name ?? bodyId,
      capacity: capacities[capacity],
      ended: gone?.body.ended ?? null,
      successors: gone === undefined ? null : gone.successors.map(({ id }) => id).join(' '),
    };
  }),
  source,
});

/** The actions of one agreement as a file, with where each is on the day. */
export const actionsDataset = ({ agreement, actions }: AgreementPage, on: IsoDate): Dataset => ({
  name: `actions-${agreement.id}`,
  columns: [
    { key: 'number', title: 'Number' },
    { key: 'title', title: 'Action' },
    { key: 'says', title: 'What it is' },
    { key: 'ownerBody', title: 'Body that answers' },
    { key: 'ownerOffice', title: 'Office that answers' },
    { key: 'quickWin', title: 'Quick win' },
    { key: 'due', title: 'Due' },
    { key: 'standing', title: 'Where it is' },
    { key: 'since', title: 'Since' },
    { key: 'evidence', title: 'Evidence' },
    { key: 'outcome', title: 'Outcome' },
    { key: 'target', title: 'Target' },
    { key: 'source', title: 'Source' },
  ],
  rows: actions.map((action) => {
    const found = standingOfAction(action, on);
    return {
      number: action.number,
      title: action.title,
      says: action.says,
      ownerBody: action.ownerBody,
      ownerOffice: action.ownerOffice ?? null,
      quickWin: action.isQuickWin,
      due: capitalise(sayDue(found)),
      standing: actionTitles[found.standing],
      since: found.since === undefined ? null : formatDate(found.since),
      evidence: action.facts.findLast(({ evidence }) => evidence !== undefined)?.evidence ?? null,
      outcome: action.outcomeId ?? null,
      target: action.targetId ?? null,
      source: action.cites === '' ? action.source : `${action.source}, ${action.cites}`,
    };
  }),
  source,
});

/** Two versions side by side as a file: a row for each sentence. */
export const comparedDataset = (compared: Compared): Dataset => ({
  name: `compared-${compared.agreement.id}-${compared.from.number}-${compared.to.number}`,
  columns: [
    { key: 'change', title: 'What changed' },
    { key: 'partBefore', title: `Part in version ${compared.from.number}` },
    { key: 'before', title: `Version ${compared.from.number}` },
    { key: 'partAfter', title: `Part in version ${compared.to.number}` },
    { key: 'after', title: `Version ${compared.to.number}` },
  ],
  rows: sentencesOf(compared).map((row) => ({
    change: changeInWords(row),
    partBefore: row.before?.section ?? null,
    before: row.before?.sentence.text ?? null,
    partAfter: row.after?.section ?? null,
    after: row.after?.sentence.text ?? null,
  })),
  source,
});
