import type { Sql } from '#platform/db';
import type { Passage } from '../../domain/consultation/consultation.ts';
import { findAgreements } from '../../store/agreements.ts';
import { listFrameworks, listOutcomes } from '../../store/frameworks.ts';

/** Something with sentences that can be consulted on: an agreement in its last version, or the outcomes of a framework. */
export type Subject = Readonly<{ key: string; title: string; path: string }>;

/** What can be chosen to consult on. */
export async function consultationSubjects(sql: Sql): Promise<readonly Subject[]> {
  const [agreements, frameworks] = await Promise.all([findAgreements(sql), listFrameworks(sql)]);
  return [
    ...agreements.flatMap(({ id, versions }) => {
      const last = versions.at(-1);
      if (last === undefined) return [];
      const path = `/agreements/${id}/versions/${last.number}`;
      return [{ key: `agreement:${id}`, title: `${last.title}, version ${last.number}`, path }];
    }),
    ...frameworks
      .filter(({ kind }) => kind !== 'indicator-set')
      .map(({ id, title }) => ({
        key: `framework:${id}`,
        title: `The outcomes of ${title}`,
        path: `/frameworks/${id}`,
      })),
  ];
}

/** The sentences of a subject, each by its own key and with the page that shows it; none where there is no such subject. */
export async function passagesOf(sql: Sql, key: string): Promise<readonly Passage[]> {
  const [kind, id = ''] = key.split(':');
  if (kind === 'framework')
    return (await listOutcomes(sql, { frameworkIds: [id] })).map((outcome) => ({
      key: outcome.id,
      text: outcome.title,
      path: `/outcomes/${outcome.id}`,
    }));
  if (kind !== 'agreement') return [];
  const [agreement] = await findAgreements(sql, { ids: [id] });
  const last = agreement?.versions.at(-1);
  if (last === undefined) return [];
  const path = `/agreements/${id}/versions/${last.number}`;
  return last.sections.flatMap(({ sentences }) =>
    sentences.map(({ key: sentence, text }) => ({ key: sentence, text, path })),
  );
}
