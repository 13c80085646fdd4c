import type { Published } from '#platform/analytics';
import { londonDate } from '#platform/kernel';
import { releasePath } from '../../domain/release/release-path.ts';
import { datasets } from '../../domain/release/release.ts';
import { nationalFields, publishedFiles } from './national-rows.ts';
import { releaseName, type ReleaseShown } from './releases.ts';

/**
 * What a release holds, for programs: a data package (Frictionless Data) with each of its files, the columns of the CSV with what they
 * mean, and the checksums of the files it was made of. The paths are as seen from its own address.
 */
export async function releasePackage(
  published: Pick<Published, 'folder'>,
  release: ReleaseShown,
  address: string,
) {
  const { id, isIllustrative, source, files, standing } = release;
  const columnFiles = await publishedFiles(published, id);
  return {
    profile: 'data-package',
    name: id,
    title: `${datasets[release.dataset]}: ${releaseName(release)}, version ${release.version}`,
    description: isIllustrative
      ? 'Illustrative: made up to show this site. Nobody paid these amounts.'
      : 'Payments as the body published them, row by row.',
    homepage: `${address}${releasePath(id)}`,
    version: String(release.version),
    created: release.publishedAt.toISOString(),
    licenses: [
      {
        name: 'OGL-UK-3.0',
        title: 'Open Government Licence v3.0',
        path: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
      },
    ],
    sources: [
      { title: source },
      ...files.map(({ filename, sha256, bytes }) => ({ title: filename, hash: `sha256:${sha256}`, bytes })),
    ],
    temporal: { start: release.periodFrom, end: release.periodTo },
    standing: standing.is,
    publishedOn: londonDate(release.publishedAt),
    payments: Number(release.rows),
    pence: Number(release.pence),
    rowsSetAside: Number(release.rowsSetAside),
    penceSetAside: Number(release.penceSetAside),
    resources: [
      {
        profile: 'tabular-data-resource',
        name: 'payments',
        path: 'payments.csv',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        schema: {
          fields: [
            ...nationalFields,
            ...(isIllustrative
              ? [{ name: 'Note', type: 'string', description: 'That the payment is made up' }]
              : []),
          ],
          missingValues: [''],
        },
      },
      ...columnFiles.map((name) => ({
        profile: 'data-resource',
        name: name.replace('.parquet', ''),
        path: `files/${name}`,
        format: 'parquet',
        mediatype: 'application/vnd.apache.parquet',
      })),
    ],
  };
}
