import { notFound, page, type PublicRoute, type Reply, type Visit } from '#platform/http';
import { clip, londonDate, normaliseTyped } from '#platform/kernel';
import type { Services, Tellers } from '#platform/module';
import { fileRoutes } from '#platform/web';
import { everyBody } from '#modules/register';
import { proposalPath } from '../../domain/proposal/put-proposal.ts';
import { proposalAt, proposalsAt, type StoodProposal } from '../../queries/proposal-at.ts';
import { proposalChangesAt } from '../../queries/proposal-changes-at.ts';
import { proposalPut } from '../../queries/proposal-put.ts';
import { momentOn } from '../../queries/standings.ts';
import { approvalsDataset, proposalsDataset } from './datasets.ts';
import { listPage } from './list-page.tsx';
import { notYetPage, proposalPage } from './proposal-page.tsx';
import { versionPage } from './version-page.tsx';
import { standingOf } from './words.ts';

/** Joint proposals as everybody reads them. */
export function publicProposalRoutes({
  database,
  clock,
  told,
}: Services & Readonly<{ told: Tellers }>): readonly PublicRoute[] {
  const momentFor = (visit: Visit) => momentOn({ ...visit, now: clock.now() });
  const found = (visit: Visit) => proposalAt(database, visit.params['proposal'] ?? '', momentFor(visit));
  const asked = async (visit: Visit) =>
    (await proposalsAt(database, momentFor(visit))).filter(isAsked(visit.query));
  return [
    {
      method: 'GET',
      path: '/proposals',
      may: 'anyone',
      handle: async (visit) => {
        const [shown, lines] = await Promise.all([asked(visit), everyBody(database, { on: visit.on })]);
        const bodies = new Map(lines.map((line) => [line.id, line]));
        const { body = '', standing = '' } = visit.query;
        return page(
          listPage(shown, bodies, { body, standing }, visit, firstChange(shown, visit, momentFor(visit))),
        );
      },
    },
    ...fileRoutes('/proposals', async (visit) => proposalsDataset(await asked(visit))),
    {
      method: 'GET',
      path: '/proposals/:proposal',
      may: 'anyone',
      handle: async (visit) => {
        const stood = await found(visit);
        if (stood === undefined) return notThen(visit);
        const toTell = await told.ofThing(proposalPath(stood.proposal), visit);
        return page(proposalPage(stood, toTell, visit, momentFor(visit)));
      },
    },
    ...fileRoutes(
      '/proposals/:proposal/approvals',
      async (visit) => {
        const stood = await found(visit);
        return stood === undefined ? undefined : approvalsDataset(stood);
      },
      missing,
    ),
    {
      method: 'GET',
      path: '/proposals/:proposal/versions/:proposalVersion',
      may: 'anyone',
      handle: async (visit) => {
        const proposal = await proposalPut(database, visit.params['proposal'] ?? '');
        if (proposal === undefined) return notFound(missing(visit));
        const number = Number(visit.params['proposalVersion']);
        const version = proposal.versions.find((each) => each.number === number);
        if (version === undefined)
          return notFound('The proposal has no such version. Its page lists those it has.');
        const names = new Map(
          (await everyBody(database, { on: visit.on })).map(({ id, name }) => [id, name]),
        );
        const before = proposal.versions.find((each) => each.number === number - 1);
        return page(versionPage(proposal, version, before, (id) => names.get(id) ?? id));
      },
    },
  ];

  async function notThen(visit: Visit): Promise<Reply> {
    const proposal = await proposalPut(database, visit.params['proposal'] ?? '');
    if (proposal === undefined) return notFound(missing(visit));
    const [first] = proposal.versions;
    return page(notYetPage(first.title, proposalPath(proposal), visit, londonDate(first.at)));
  }
}

const missing = ({ params }: Visit): string =>
  `There is no joint proposal with the address “${clip(normaliseTyped(params['proposal'] ?? ''), 60)}”.`;

const isAsked =
  ({ body = '', standing = '' }: Visit['query']) =>
  ({ proposal, version, matrix }: StoodProposal): boolean =>
    (body === '' || proposal.draftedBy === body || version.parties.some(({ bodyId }) => bodyId === body)) &&
    (standing === '' || standingOf(matrix.outcome) === standing);

function firstChange(shown: readonly StoodProposal[], { on, today }: Visit, at: Date): Date | undefined {
  if (on !== today) return undefined;
  const moments = shown.flatMap((stood) => proposalChangesAt(stood, at) ?? []);
  return moments.toSorted((a, b) => a.getTime() - b.getTime())[0];
}
