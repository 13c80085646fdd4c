import type { Dataset } from '#platform/http';
import { certainties } from '../domain/certainty.ts';
import type { PartnerDuty, PartnerKind, PartnersPage } from './partners.ts';

/** The kinds of statutory partner, each with its duties in words. */
export function partnersDataset({ kinds, duties }: PartnersPage): Dataset {
  return {
    name: 'statutory-partners',
    columns: [
      { key: 'id', title: 'Id' },
      { key: 'title', title: 'Kind of body' },
      { key: 'duties', title: 'Duties' },
      { key: 'source', title: 'Source' },
      { key: 'certainty', title: 'Certainty' },
    ],
    rows: kinds.map((kind) => ({
      id: kind.id,
      title: kind.title,
      duties: dutiesInWords(kind, duties),
      source: kind.source,
      certainty: certainties[kind.certainty],
    })),
    source: 'Kent Agreement Two, slides of 18 October 2007; facts only',
  };
}

/** What a kind of partner must do, as one text. */
export const dutiesInWords = (kind: PartnerKind, duties: readonly PartnerDuty[]): string =>
  kind.duties.map((id) => duties.find((duty) => duty.id === id)?.title ?? id).join('; ');
