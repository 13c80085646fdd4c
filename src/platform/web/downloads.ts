import { type Dataset, download, notFound, type PublicRoute, type Visit } from '#platform/http';
import { onDay } from './days/as-of.tsx';

/** The addresses of a list's two files, on the day the page shows. */
export const filesOf = (path: string, visit: Pick<Visit, 'on' | 'today'>) => {
  const [before, query] = path.split('?');
  const file = (ending: string) =>
    onDay(`${before}.${ending}${query === undefined ? '' : `?${query}`}`, visit);
  return { csv: file('csv'), json: file('json') };
};

/** The routes that hand a list out as CSV and as JSON: the same rows, made once. */
export function fileRoutes(
  path: string,
  dataset: (visit: Visit) => Promise<Dataset | undefined>,
  missing: (visit: Visit) => string = () => 'There is no such list.',
): readonly PublicRoute[] {
  return (['csv', 'json'] as const).map((format) => ({
    method: 'GET',
    path: `${path}.${format}`,
    may: 'anyone',
    handle: async (visit) => {
      const found = await dataset(visit);
      return found === undefined ? notFound(missing(visit)) : download(found, format);
    },
  }));
}
