import { notFound, page, type PublicRoute, type Reply, type Visit } from '#platform/http';
import { clip, normaliseTyped } from '#platform/kernel';
import type { Services } from '#platform/module';
import { fileRoutes } from '#platform/web';
import { momentOn } from '#modules/governance';
import { bodiesOn } from '#modules/register';
import type { AgreementAt } from '../../queries/agreements/agreement-at.ts';
import { agreementsAt } from '../../queries/agreements/agreement-at.ts';
import { agreementPageAt } from '../../queries/agreements/agreement-page.ts';
import { chaptersOfAgreement } from '../../queries/agreements/chapters.ts';
import { publishedAgreement, versionsCompared } from '../../queries/agreements/agreement-published.ts';
import { progressOn } from '../../queries/progress/overview.ts';
import { actionPage } from './action-page.tsx';
import { agreementPage } from './agreement-page.tsx';
import { chaptersDataset, chaptersPage } from './chapters-page.tsx';
import { comparePage } from './compare-page.tsx';
import { actionsDataset, agreementsDataset, comparedDataset, partiesDataset } from './datasets.ts';
import { firstChange } from './first-change.ts';
import { landingPage, type ListAsked } from './landing-page.tsx';
import { notYetPage } from './not-yet-page.tsx';
import { versionPage } from './version-page.tsx';

/** Agreements as everybody reads them. */
export function publicAgreementRoutes({ database, clock }: Services): readonly PublicRoute[] {
  const momentFor = (visit: Visit) => ({ on: visit.on, at: momentOn({ ...visit, now: clock.now() }) });
  const idOf = ({ params }: Visit) => params['agreement'] ?? '';
  const found = (visit: Visit) => agreementPageAt(database, idOf(visit), momentFor(visit));
  const chaptersFor = (visit: Visit) => chaptersOfAgreement(database, idOf(visit), momentFor(visit));
  const every = (visit: Visit) => agreementsAt(database, {}, momentFor(visit));
  const compared = (visit: Visit) => versionsCompared(database, idOf(visit), visit.query, visit.on);

  return [
    {
      method: 'GET',
      path: '/agreements',
      may: 'anyone',
      handle: async (visit) => {
        const moment = momentFor(visit);
        const [all, bodies, progress] = await Promise.all([
          every(visit),
          bodiesOn(database, { on: visit.on }),
          progressOn(database, {}, moment),
        ]);
        const asked = askedIn(visit);
        const changesAt = firstChange(all, visit, moment.at);
        const shown = all.filter(isAsked(asked));
        return page(landingPage({ shown, every: all, progress, bodies, asked, visit, changesAt }));
      },
    },
    ...fileRoutes('/agreements', async (visit) =>
      agreementsDataset((await every(visit)).filter(isAsked(askedIn(visit)))),
    ),
    {
      method: 'GET',
      path: '/agreements/:agreement',
      may: 'anyone',
      handle: async (visit) => {
        const shown = await found(visit);
        return shown === undefined ? notThen(visit) : page(agreementPage(shown, visit, momentFor(visit).at));
      },
    },
    ...fileRoutes(
      '/agreements/:agreement/parties',
      async (visit) => {
        const shown = await found(visit);
        return shown && partiesDataset(shown);
      },
      missing,
    ),
    ...fileRoutes(
      '/agreements/:agreement/actions',
      async (visit) => {
        const shown = await found(visit);
        return shown && actionsDataset(shown, visit.on);
      },
      missing,
    ),
    {
      method: 'GET',
      path: '/agreements/:agreement/actions/:action',
      may: 'anyone',
      handle: async (visit) => {
        const shown = await found(visit);
        const action = shown?.actions.find(({ number }) => String(number) === visit.params['action']);
        if (shown === undefined) return notFound(missing(visit));
        return action === undefined
          ? notFound('The agreement has no such action. Its page lists those it has.')
          : page(actionPage(shown, action, visit));
      },
    },
    {
      method: 'GET',
      path: '/agreements/:agreement/chapters',
      may: 'anyone',
      handle: async (visit) => {
        const chapters = await chaptersFor(visit);
        return chapters === undefined
          ? notThen(visit)
          : page(chaptersPage(chapters, visit, momentFor(visit).at));
      },
    },
    ...fileRoutes(
      '/agreements/:agreement/chapters',
      async (visit) => {
        const chapters = await chaptersFor(visit);
        return chapters && chaptersDataset(chapters);
      },
      missing,
    ),
    {
      method: 'GET',
      path: '/agreements/:agreement/versions/:agreementVersion',
      may: 'anyone',
      handle: async (visit) => {
        const known = await publishedAgreement(database, idOf(visit), visit.on);
        if (known === undefined) return notFound(missing(visit));
        const version = known.versions.find(
          ({ number }) => String(number) === visit.params['agreementVersion'],
        );
        return version === undefined
          ? notFound('The agreement has no such version. Its page lists those it has.')
          : page(versionPage(known.agreement, version, known.nameOf, visit));
      },
    },
    {
      method: 'GET',
      path: '/agreements/:agreement/compare',
      may: 'anyone',
      handle: async (visit) => {
        const both = await compared(visit);
        return both === undefined ? notFound(noSuchVersions(visit)) : page(comparePage(both, visit));
      },
    },
    ...fileRoutes(
      '/agreements/:agreement/compare',
      async (visit) => {
        const both = await compared(visit);
        return both && comparedDataset(both);
      },
      noSuchVersions,
    ),
  ];

  /** A day before its first version: says when it came. */
  async function notThen(visit: Visit): Promise<Reply> {
    const [later] = await agreementsAt(
      database,
      { ids: [idOf(visit)] },
      { on: visit.today, at: clock.now() },
    );
    return later === undefined ? notFound(missing(visit)) : page(notYetPage(later, visit));
  }
}

const missing = (visit: Visit): string =>
  `There is no agreement with the address “${clip(normaliseTyped(visit.params['agreement'] ?? ''), 60)}”, or it was not published by that day.`;

const noSuchVersions = (visit: Visit): string =>
  `There are no two such versions to compare. ${missing(visit)} Its page lists the versions it has.`;

function askedIn({ query }: Visit): ListAsked {
  const { body = '', kind = '', standing = '' } = query;
  return { body, kind, standing };
}

const isAsked =
  ({ body, kind, standing }: ListAsked) =>
  ({ agreement, version, standing: stands }: AgreementAt): boolean =>
    (body === '' || agreement.bodyId === body || version.parties.some(({ bodyId }) => bodyId === body)) &&
    (kind === '' || agreement.kind === kind) &&
    (standing === '' || stands.standing === standing);
