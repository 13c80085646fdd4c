import { formatLondonTime } from '#platform/kernel';
import { Heading, Link } from '#platform/ui';
import { decisionPath } from '../domain/decision/decision.ts';
import { proposalPath } from '../domain/proposal/put-proposal.ts';
import type { OpenNow as Open } from '../queries/open-now.ts';

const shownAtMost = 4;

/** What is open now, for the first page of the site: what can be called in and until when, what waits for a council. */
export function OpenNow({ open: { decisions, proposals, names } }: Readonly<{ open: Open }>) {
  return (
    <section class="accord-section" id="open-now">
      <Heading size="m">Open now</Heading>
      {decisions.length === 0 && proposals.length === 0 && (
        <p class="govuk-body">
          No decision can be called in at this moment, and no joint proposal waits for a council.{' '}
          <Link href="/forward-plan">See what is coming up</Link>.
        </p>
      )}
      <ul class="govuk-list govuk-list--spaced">
        {decisions.slice(0, shownAtMost).map(({ decision, closes }) => (
          <li>
            <Link href={decisionPath(decision)}>{decision.title}</Link>, {names.get(decision.bodyId)}: can be
            called in until {formatLondonTime(closes.deadline)}
          </li>
        ))}
        {proposals.slice(0, shownAtMost).map(({ proposal, version }) => (
          <li>
            <Link href={proposalPath(proposal)}>{version.title}</Link>
            {version.certainty === 'illustrative' && ' (illustrative)'}: a joint proposal that waits for
            adoption
          </li>
        ))}
      </ul>
      {decisions.length > shownAtMost && (
        <p class="govuk-body">
          <Link href="/decisions#open">All {decisions.length} decisions that can be called in</Link>
        </p>
      )}
      {proposals.length > shownAtMost && (
        <p class="govuk-body">
          <Link href="/proposals">All joint proposals</Link>
        </p>
      )}
    </section>
  );
}
