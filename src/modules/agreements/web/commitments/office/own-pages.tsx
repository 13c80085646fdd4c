import type { Visit } from '#platform/http';
import { may } from '#platform/identity';
import type { Actor } from '#platform/kernel';
import { Bullets, Button, DataTable, Link, Prose, Tag, Text, Unseen } from '#platform/ui';
import { officePage } from '#platform/web';
import { commitmentOffice, commitmentPath } from '../../../domain/commitment/commitment.ts';
import type { MilestoneAt } from '../../../domain/commitment/standing.ts';
import { mayReplyOnCommitments } from '../../../permissions.ts';
import type { CommitmentList } from '../../../queries/commitments/list.ts';
import { CommitmentsTable } from '../commitments-table.tsx';
import { sayDue, sayMilestone, sayStanding } from '../words.ts';
import type { CommitmentWork, FactForm } from './fact-form.ts';
import { listStep } from './fact-page.tsx';

/** What a body has promised, for the officer who keeps it: what slipped comes first. */
export function ownListPage(
  actor: Actor,
  { commitments }: CommitmentList,
  names: ReadonlyMap<string, string>,
  visit: Pick<Visit, 'on' | 'today'>,
) {
  const slipped = commitments.filter(({ standing }) => standing.slipped.length > 0);
  const others = commitments.filter(({ standing }) => standing.slipped.length === 0);
  return officePage(actor, [], {
    title: 'Keep your commitments',
    main: (
      <>
        <Prose>
          <Text>
            Name the office that answers for each promise, set milestones, add what shows how it goes, and
            then say where it stands. A milestone whose day passes slips by itself.
          </Text>
          <Button href={`/office/${actor.bodyId}/commitments/new`}>Record a commitment</Button>
        </Prose>
        <CommitmentsTable
          caption="Your body’s commitments"
          commitments={[...slipped, ...others]}
          hrefOf={(commitment) => commitmentOffice(actor.bodyId, commitment)}
          names={names}
          visit={visit}
          empty="Your body has recorded none."
        />
      </>
    ),
  });
}

/** One promise, with everything its keeper can say of it. */
export function ownCommitmentPage(work: CommitmentWork, forms: Readonly<Record<string, FactForm>>) {
  const { actor, found } = work;
  const { commitment, standing } = found;
  const office = commitmentOffice(actor.bodyId, commitment);
  const mayReply = may(actor, mayReplyOnCommitments, actor.bodyId).ok;
  return officePage(actor, [listStep(actor)], {
    title: `Keep commitment ${commitment.number}`,
    main: (
      <>
        <Prose>
          <Text lead>{commitment.promise}</Text>
          <Text>{sayStanding(standing, (id) => (id === actor.bodyId ? actor.bodyName : id))}</Text>
          <Text>
            <Link href={commitmentPath(commitment)}>See it as readers do</Link>
          </Text>
          <Bullets
            items={[
              ...Object.entries(forms).map(([name, { title }]) => (
                <Link href={`${office}/${name}`}>{title}</Link>
              )),
              ...(mayReply ? [<Link href={`${office}/reply`}>Reply to what is said</Link>] : []),
            ]}
          />
        </Prose>
        <Milestones milestones={standing.milestones} office={office} />
      </>
    ),
  });
}

const Milestones = ({
  milestones,
  office,
}: Readonly<{ milestones: readonly MilestoneAt[]; office: string }>) => (
  <DataTable
    caption="Milestones"
    rows={milestones}
    columns={[
      {
        title: 'Milestone',
        cell: ({ what, first }) => `${what}${first === undefined ? '' : `, ${sayDue(first)}`}`,
      },
      {
        title: 'Where it is',
        cell: (milestone) => {
          const { tag, colour, says } = sayMilestone(milestone);
          return (
            <>
              <Tag colour={colour}>{tag}</Tag> {says}
            </>
          );
        },
      },
      {
        title: 'What you can do',
        cell: ({ number, what }) => (
          <Link href={`${office}/milestones/${number}`}>
            Say what became of it<Unseen>: {what}</Unseen>
          </Link>
        ),
      },
    ]}
    empty="No milestone is set."
    narrow="stack"
  />
);
