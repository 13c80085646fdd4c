import { page, type PublicRoute, type Visit } from '#platform/http';
import { entriesPage, type RecordedEntry } from '#platform/record';
import type { Told } from '#platform/module';
import { followAddresses, FollowLinks, Link, Prose } from '#platform/ui';
import { bodyKinds } from '../../../domain/body.ts';
import { type BodyPage, bodyPage } from '../../../queries/body-page.ts';
import { rulesPage, type RulesPage } from '../../../queries/rules-page.ts';
import { OfficesTable } from '../offices/offices-table.tsx';
import { AnotherDay, AsOf, onDay, Section } from '#platform/web';
import { Lately } from '../parts/lately.tsx';
import { elsewhere } from '../parts/missing.ts';
import type { PublicServices } from '../parts/services.ts';
import { changesOf, ToldParts } from '../parts/told.tsx';
import { bodyTrail } from '../parts/trails.ts';
import { RulesInShort } from '../rules/rules-in-short.tsx';
import { About } from './about.tsx';
import { whatItIs } from './body-words.ts';
import { History, NotThere } from './descent.tsx';
import { OfficersLinks } from './officers-links.tsx';

/** Everything true of one body on a day. */
export function bodyRoutes({ database, told }: PublicServices): readonly PublicRoute[] {
  return [
    {
      method: 'GET',
      path: '/bodies/:body',
      may: 'anyone',
      handle: async (visit) => {
        const id = visit.params['body'] ?? '';
        const asOf = { on: visit.on };
        const [found, rules, about, others] = await Promise.all([
          bodyPage(database, id, asOf),
          rulesPage(database, id, asOf),
          entriesPage(database, { subject: `/bodies/${id}`, limit: 5 }),
          told.ofBody(id, visit),
        ]);
        if (found === undefined || rules === undefined) return elsewhere(database, 'body', id, visit);
        return page({
          title: found.line.name,
          caption: bodyKinds[found.line.kind],
          description: whatItIs(found.line, found.places),
          section: 'bodies',
          breadcrumbs: bodyTrail(found.line, visit),
          feed: { href: followAddresses({ kind: 'bodies', id }).feed, title: found.line.name },
          ...changesOf(others),
          main: (
            <Body
              found={found}
              rules={rules}
              entries={[...found.recent, ...about.entries]}
              told={others}
              visit={visit}
            />
          ),
        });
      },
    },
  ];
}

const feedOf = (bodyId: string): string => `/record.atom?body=${bodyId}`;

function Body({
  found,
  rules,
  entries,
  told,
  visit,
}: Readonly<{
  found: BodyPage;
  rules: RulesPage;
  entries: readonly RecordedEntry[];
  told: readonly Told[];
  visit: Visit;
}>) {
  const { line, places, offices } = found;
  return (
    <>
      <AsOf visit={visit} />
      <NotThere found={found} visit={visit} />
      <Prose>
        <p class="govuk-body-l">{whatItIs(line, places)}</p>
        <OfficersLinks bodyId={line.id} actor={visit.actor} />
        <About found={found} />
        <FollowLinks followed={{ kind: 'bodies', id: line.id }} what={line.name} />
      </Prose>
      <ToldParts told={told} />
      <Section title="Offices and seats">
        <OfficesTable
          bodyId={line.id}
          caption={`Offices and seats of ${line.name}`}
          captionHidden
          offices={offices}
          empty={line.exists ? 'No office is recorded on this day.' : 'It has no offices on this day.'}
          visit={visit}
        />
      </Section>
      <RulesInShort rules={rules} visit={visit} />
      {places.length > 0 && (
        <Section title={`Places it ${line.exists ? 'serves' : 'served'}`}>
          <ul class="govuk-list">
            {places.map(({ id, name }) => (
              <li>
                <Link href={onDay(`/places/${id}`, visit)}>{name}</Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <History found={found} visit={visit} />
      <Lately
        entries={entries}
        nothing={`No office of ${line.name} has entered anything yet.`}
        feed={feedOf(line.id)}
      />
      <AnotherDay visit={visit} />
    </>
  );
}
