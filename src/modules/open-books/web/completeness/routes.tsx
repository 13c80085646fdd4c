import { notFound, page, type PublicRoute, type Visit } from '#platform/http';
import type { ServicesWithFiles } from '#platform/module';
import { fileRoutes, home } from '#platform/web';
import { completenessDataset, completenessOn } from '../../queries/completeness/completeness.ts';
import { isExampleUnderWay } from '../../queries/publishing/example-under-way.ts';
import { ExampleUnderWay } from '../example-under-way.tsx';
import { BodyCompleteness } from './body-page.tsx';
import { AllCompleteness } from './completeness-page.tsx';
import { dutiesDataset } from './duties-part.tsx';
import { completenessPath, dutiesPath } from './paths.ts';

const path = `${completenessPath}/:body`;
const title = 'What is published, and how late';
const noSuchCouncil =
  'No council of this address owed anything by the Transparency Code on this day. Its page in the register says since when it exists.';

/** Which body owes which data for which period, and what of it is published. */
export function completenessRoutes({
  database,
}: Pick<ServicesWithFiles, 'database'>): readonly PublicRoute[] {
  const ofBody = async ({ params, on }: Visit, periods: 'published' | 'every') => {
    const found = await completenessOn(database, on, { bodyId: params['body'] ?? '', periods });
    return found.lines.length === 0 ? undefined : found;
  };
  // What a past day had is not on its way.
  const isUnderWayOn = async ({ on, today }: Visit) => on >= today && isExampleUnderWay(database);
  return [
    {
      method: 'GET',
      path: completenessPath,
      may: 'anyone',
      handle: async (visit) => {
        const isUnderWay = await isUnderWayOn(visit);
        return page({
          title,
          description:
            'What each council owes by the Transparency Code, what it published here and how late.',
          section: 'money',
          breadcrumbs: [home, { text: 'Money', href: '/money' }, { text: title }],
          main: (
            <>
              <ExampleUnderWay when={isUnderWay} />
              <AllCompleteness
                {...await completenessOn(database, visit.on)}
                isUnderWay={isUnderWay}
                visit={visit}
              />
            </>
          ),
        });
      },
    },
    ...fileRoutes(completenessPath, async ({ on }) =>
      completenessDataset(await completenessOn(database, on), 'completeness'),
    ),
    ...fileRoutes(dutiesPath, async ({ on }) => dutiesDataset((await completenessOn(database, on)).duties)),
    {
      method: 'GET',
      path,
      may: 'anyone',
      handle: async (visit) => {
        const found = await ofBody(visit, 'published');
        const [first] = found?.lines ?? [];
        if (found === undefined || first === undefined) return notFound(noSuchCouncil);
        const isUnderWay = await isUnderWayOn(visit);
        return page({
          title,
          caption: first.body.name,
          description: `What ${first.body.name} owes by the Transparency Code, what it published here and how late.`,
          section: 'money',
          breadcrumbs: [
            home,
            { text: 'Money', href: '/money' },
            { text: title, href: completenessPath },
            { text: first.body.name },
          ],
          main: (
            <>
              <ExampleUnderWay when={isUnderWay} />
              <BodyCompleteness {...found} bodyId={first.body.id} isUnderWay={isUnderWay} visit={visit} />
            </>
          ),
        });
      },
    },
    ...fileRoutes(
      path,
      async (visit) => {
        const found = await ofBody(visit, 'every');
        return found && completenessDataset(found, `completeness-${visit.params['body'] ?? ''}`);
      },
      () => noSuchCouncil,
    ),
  ];
}
