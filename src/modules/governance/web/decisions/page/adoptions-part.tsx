import { Bullets, Link } from '#platform/ui';
import { Section } from '#platform/web';
import { adoptionOutcomes } from '../../../domain/proposal/adoption-link.ts';
import { approvals } from '../../../domain/proposal/proposal.ts';
import { proposalPath } from '../../../domain/proposal/put-proposal.ts';
import type { DecisionPage } from '../../../queries/decision-page.ts';

/** The joint proposals that this decision answers, and in which clause. */
export const AdoptionsPart = ({ adoptions }: Pick<DecisionPage, 'adoptions'>) =>
  adoptions.length === 0 ? null : (
    <Section title="Joint proposal" id="proposal">
      <Bullets
        items={adoptions.map(({ proposalId, version, outcome, approval, clause }) => (
          <>
            {adoptionOutcomes[outcome]} as {approvals[approval]}, in clause {clause}:{' '}
            <Link href={proposalPath({ id: proposalId })}>the joint proposal, version {version}</Link>
          </>
        ))}
      />
    </Section>
  );
