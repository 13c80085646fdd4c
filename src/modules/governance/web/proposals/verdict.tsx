import { capitalise, explain, formatDate, listInWords, londonDate, plural } from '#platform/kernel';
import { Details, InsetText, KeyFigures, Tag } from '#platform/ui';
import { approvals } from '../../domain/proposal/proposal.ts';
import type { MatrixCell } from '../../domain/proposal/matrix.ts';
import { whatBlocks } from '../../domain/proposal/what-blocks.ts';
import type { StoodProposal } from '../../queries/proposal-at.ts';
import { momentInWords } from '../call-in/words.ts';
import { needsInWords, standingColours, standingOf, standingTitles, startInWords } from './words.ts';

/** Where the whole is, what blocks it and who can unblock it, and how soon it could take effect. */
export function Verdict({ stood }: Readonly<{ stood: StoodProposal }>) {
  const { matrix, version } = stood;
  const { outcome, cells } = matrix;
  const standing = standingOf(outcome);
  const blocks = whatBlocks(matrix, stood.judged, (id) => stood.bodies.get(id)?.name ?? id);
  const given = cells.filter(({ cell }) => cell.cell === 'in-effect').length;
  const others = (blocks?.all.length ?? 0) - 1;
  return (
    <>
      <p class="govuk-body-l">
        <Tag colour={standingColours[standing]}>{standingTitles[standing]}</Tag> {verdict(stood)}
      </p>
      {blocks !== undefined && (
        <InsetText>
          <p class="govuk-body">
            <strong>{blocks.first.what}</strong> {blocks.first.who}
          </p>
          {others > 0 && outcome.outcome === 'waiting' && (
            <p class="govuk-body govuk-!-margin-bottom-0">
              <a class="govuk-link" href="#needed">
                {capitalise(plural(others, 'more approval is', 'more approvals are'))} still to come
              </a>
            </p>
          )}
        </InsetText>
      )}
      <KeyFigures
        figures={[
          {
            label: 'Approvals in effect',
            value: `${given} of ${cells.length}`,
            detail: `${needsInWords(version.needs, version.parties.length)} must adopt`,
          },
          earliest(stood),
          {
            label: 'Last day to adopt',
            value: version.deadline === undefined ? 'None' : formatDate(version.deadline),
            detail: startInWords[version.start],
          },
        ]}
      />
      <HowComputed stood={stood} />
    </>
  );
}

function verdict({ matrix: { outcome } }: StoodProposal): string {
  if (standingOf(outcome) === 'blocked') return 'It is not in effect, and held up.';
  switch (outcome.outcome) {
    case 'in-effect':
      return `It has been in effect since ${momentInWords(outcome.from)}.`;
    case 'agreed':
      return `Enough parties have adopted it. It takes effect ${momentInWords(outcome.from)}, unless somebody calls a decision in.`;
    case 'waiting':
      return 'It is not in effect: approvals are missing.';
    case 'deadline-passed':
      return 'Whether it ever took effect is not recorded.';
    case 'failing':
      return 'It cannot take effect as it stands.';
    default:
      return outcome satisfies never;
  }
}

function earliest({ matrix: { outcome } }: StoodProposal) {
  switch (outcome.outcome) {
    case 'in-effect':
      return { label: 'In effect since', value: formatDate(londonDate(outcome.from)) };
    case 'agreed':
      return {
        label: 'Takes effect',
        value: formatDate(londonDate(outcome.from)),
        detail: 'Unless called in',
      };
    case 'waiting':
      return outcome.earliest === undefined
        ? { label: 'Could take effect', value: 'Not known', detail: 'Nobody can compute it: see why below' }
        : {
            label: 'Could take effect',
            value: formatDate(londonDate(outcome.earliest)),
            detail: 'At the earliest, if all that is missing were decided now',
          };
    case 'deadline-passed':
      return {
        label: 'Took effect',
        value: 'Not recorded',
        detail: 'Not every decision it needs is recorded',
      };
    case 'failing':
      return { label: 'Could take effect', value: 'Not as it stands' };
    default:
      return outcome satisfies never;
  }
}

/** Each missing approval with the soonest it could have effect, counted by its own body’s rules. */
function HowComputed({ stood }: Readonly<{ stood: StoodProposal }>) {
  const { outcome } = stood.matrix;
  if (outcome.outcome !== 'waiting') return null;
  return (
    <Details
      summary={outcome.earliest === undefined ? 'Why no date can be computed' : 'How this date was computed'}
    >
      <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
        {outcome.blockers.map((blocker) => (
          <li>{soonestInWords(blocker, stood)}</li>
        ))}
      </ul>
      <p class="govuk-body">
        The latest of these counts, with the approvals that are given already. Nobody promises it: each party
        decides in its own time.
      </p>
    </Details>
  );
}

/** The soonest a missing approval could have effect, and by which count. */
export function soonestInWords({ party, approval, cell }: MatrixCell, { soonest }: StoodProposal): string {
  const who = `${party.name}’s ${approvals[approval]}`;
  if (cell.cell === 'stopped' && cell.standing.standing !== 'waits-for-council')
    return `${who}: its decision is stopped, and when it goes on nobody can compute.`;
  const found = soonest.get(party.bodyId)?.get(approval);
  switch (found?.soonest) {
    case undefined:
      return `${who}: no rules of ${party.name} are recorded, so nobody can compute when its decision takes effect.`;
    case 'at-once':
      return approval === 'executive'
        ? `${who}: by its rules the decision would not be open to call-in, and so has effect with its published record.`
        : `${who}: a resolution of the ${approvals[approval]} is not open to call-in, and so has effect with its published record.`;
    case 'after-call-in':
      return `${who}: decided and published at once, ${momentInWords(found.from)}. ${explain(found.standing.effective.explanation)}`;
    case 'not-known':
      return `${who}: no rules of call-in of ${party.name} are recorded, so nobody can compute when its decision takes effect.`;
    case 'no-executive':
      return `${who}: ${party.name} is run by committees and takes no executive decisions. The proposal can be amended to ask its committee or Council.`;
    default:
      return found satisfies never;
  }
}

/** Who may begin already: "Maidstone and Swale". */
export function MayStart({ stood }: Readonly<{ stood: StoodProposal }>) {
  const { mayStart } = stood.matrix;
  if (mayStart.size === 0)
    return (
      <p class="govuk-body">
        {stood.version.start === 'each-when-ready' && 'Nobody yet. '}
        {startInWords[stood.version.start]}.
      </p>
    );
  return (
    <p class="govuk-body">
      {listInWords(
        [...mayStart].map(
          ([id, from]) => `${stood.bodies.get(id)?.name ?? id} (since ${momentInWords(from)})`,
        ),
      )}{' '}
      may start.
    </p>
  );
}
