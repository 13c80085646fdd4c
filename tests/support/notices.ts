import type { Answered, Visitor } from './visitor.ts';

/** The answers of a date in three boxes. */
export function dateBoxes(name: string, on: string): Readonly<Record<string, string>> {
  const [year = '', month = '', day = ''] = on.split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
}

/** Everything SI 2012/2089 asks a notice of a key decision to say. */
export const fullNotice: Readonly<Record<string, string>> = {
  title: 'Contract for waste collection',
  matter: 'Whether to let the contract for the collection of waste for seven years.',
  'topic-waste': 'yes',
  makerKind: 'cabinet',
  decisionMaker: 'Cabinet',
  members: 'The Leader\nThe Cabinet Member for Environment',
  isKey: 'yes',
  spend: '4,200,000',
  wards: '12',
  keyReasons: 'It commits more than the council treats as significant.',
  documents: 'Report of the Head of Waste',
  availableAt: 'The council’s offices, King Street',
  othersMayFollow: 'yes',
  howToAsk: 'Write to democratic services',
  access: 'open',
  route: 'full-notice',
};

/** Drafts a notice as an officer does, part by part; answers the address of its draft, which is then in its version 6. */
export async function draftNotice(
  officer: Visitor,
  bodyId: string,
  answers: Readonly<Record<string, string>>,
): Promise<string> {
  const room = `/office/${bodyId}/notices`;
  const { csrf = '' } = await officer.hiddenFields(`${room}/new`);
  const begun = await officer.post(`${room}/new`, { csrf, ...answers });
  const draft = /^(.*\/drafts\/[^/]+)\//u.exec(begun.to ?? '')?.[1];
  if (draft === undefined) throw new Error(`Not kept: ${begun.status} ${saidWrong(begun)}`);
  for (const [index, part] of ['maker', 'key', 'papers', 'access', 'notice'].entries()) {
    const saved = await officer.post(`${draft}/${part}`, { csrf, draftSeen: String(index + 1), ...answers });
    if (saved.status !== 303) throw new Error(`${part} answered ${saved.status}: ${saidWrong(saved)}`);
  }
  return draft;
}

/** Publishes a draft that lacks nothing; answers the reference of its notice. */
export async function publishDraft(officer: Visitor, draft: string): Promise<string> {
  const published = await officer.send(`${draft}/check`, {});
  const reference = /\/notices\/([^/]+)\/published/u.exec(published.to ?? '')?.[1];
  if (reference === undefined) throw new Error(`Not published: ${published.status} ${saidWrong(published)}`);
  return reference;
}

const saidWrong = ({ body }: Answered): string =>
  /govuk-error-summary__list">(.*?)<\/ul>/su.exec(body)?.[1]?.replaceAll(/<[^>]+>/gu, ' ') ??
  body.slice(0, 300);

/**
 * Gives Maidstone a notice with two versions and a draft of another; answers what stands for them in addresses.
 */
export async function carryOnNotices(
  officer: Visitor,
): Promise<Readonly<{ notice: string; noticeDraft: string }>> {
  const meeting = {
    ...fullNotice,
    ...dateBoxes('due', '2035-06-15'),
    access: 'part-exempt',
    'paragraph-3': 'yes',
    publicInterest: 'Bids are still to come.',
    private: 'yes',
    privateReasons: 'Bids are discussed.',
  };
  const notice = await publishDraft(officer, await draftNotice(officer, 'maidstone', meeting));
  const begun = await officer.send(`/office/maidstone/notices/${notice}/change`, {
    change: 'postponed',
    reason: 'The survey is late.',
  });
  const draft = (begun.to ?? '').replace(/\/maker$/u, '');
  await officer.send(`${draft}/maker`, { ...fullNotice, ...dateBoxes('due', '2035-07-16') });
  await publishDraft(officer, draft);
  const unfinished = await draftNotice(officer, 'maidstone', {
    ...meeting,
    ...dateBoxes('due', '2035-01-15'),
  });
  return { notice, noticeDraft: unfinished.slice(unfinished.lastIndexOf('/') + 1) };
}
