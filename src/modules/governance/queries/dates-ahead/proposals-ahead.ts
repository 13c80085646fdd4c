import { proposalPath } from '../../domain/proposal/put-proposal.ts';
import { proposalsAt } from '../proposal-at.ts';
import type { DatesPart } from './date-ahead.ts';

/** The last days on which the parties to joint proposals can adopt them. */
export const proposalsAhead: DatesPart = async (sql, { from, now }) =>
  (await proposalsAt(sql, now)).flatMap(({ proposal, version }) => {
    const { deadline } = version;
    if (deadline === undefined || deadline < from) return [];
    const href = proposalPath(proposal);
    return {
      uid: `adopt-by${href}`,
      title: `Last day to adopt: ${version.title}`,
      href,
      starts: deadline,
      changedAt: version.at,
      about: {
        bodies: version.parties.map(({ bodyId }) => bodyId),
        places: version.places,
        topics: version.topics,
        things: [href],
      },
    };
  });
