import { type OfficeVisit, page, type Reply } from '#platform/http';
import { plural } from '#platform/kernel';
import type { ServicesWithFiles } from '#platform/module';
import { Button, DataTable, Link, Pagination, Prose, Text } from '#platform/ui';
import { officePage } from '#platform/web';
import { everyBody } from '#modules/register';
import { choicesPath } from '../../actions/suppliers/judge-suppliers.ts';
import { evidenceInWords } from '../../domain/suppliers/evidence-in-words.ts';
import { suggestionsFor } from '../../queries/suppliers/links.ts';
import { judgePath, suppliersRoom } from './office-paths.ts';

const shownAtOnce = 25;

/** Pairs of names that may be one supplier, with what speaks for it. */
export async function showSuggestions(services: ServicesWithFiles, visit: OfficeVisit): Promise<Reply> {
  const { actor, query, today } = visit;
  const { bodyId } = actor;
  const number = Number(/^[1-9]\d{0,4}$/.exec(query['page'] ?? '')?.[0] ?? 1);
  const [{ lines, count }, bodies] = await Promise.all([
    suggestionsFor(services, bodyId, { limit: shownAtOnce, offset: (number - 1) * shownAtOnce }),
    everyBody(services.database, { on: today }),
  ]);
  const names = new Map(bodies.map(({ id, name }) => [id, name]));
  const to = (other: number) => ({ href: `${suppliersRoom(bodyId)}?page=${other}` });
  const named = (name: string, body: string) => (
    <>
      <span class="accord-typed">{name}</span>
      {body !== bodyId && `, paid by ${names.get(body) ?? body}`}
    </>
  );
  return page(
    officePage(actor, [], {
      title: 'Names that may be one supplier',
      main: (
        <>
          <Prose>
            <Text lead>
              These names stand apart until an officer says that they are one supplier. What you say holds for
              every release from now on, everybody can read it with your reason, and it can be changed.
            </Text>
            <Button href={judgePath(bodyId)} variant="secondary">
              Say it of two other names
            </Button>
            <Text>
              <Link href={choicesPath}>What officers have said so far</Link>
            </Text>
          </Prose>
          <DataTable
            caption={`${plural(count, 'pair')} of names, the likeliest first`}
            rows={lines}
            columns={[
              { title: 'One name', cell: ({ oneName, oneBody }) => named(oneName, oneBody) },
              { title: 'Other name', cell: ({ otherName, otherBody }) => named(otherName, otherBody) },
              { title: 'What speaks for it', cell: ({ evidence }) => evidenceInWords(evidence) },
              { title: 'How likely', cell: ({ percent }) => `${percent}%`, numeric: true },
              {
                title: 'Say',
                cell: ({ oneName, oneBody, otherName, otherBody }) => (
                  <Link href={judgePath(bodyId, { one: oneName, oneBody, other: otherName, otherBody })}>
                    Decide<span class="govuk-visually-hidden">{` on ${oneName} and ${otherName}`}</span>
                  </Link>
                ),
              },
            ]}
            empty="No names are in doubt."
            narrow="stack"
          />
          {count > shownAtOnce && (
            <Pagination
              previous={number > 1 ? to(number - 1) : undefined}
              next={number * shownAtOnce < count ? to(number + 1) : undefined}
              label="Pages of names"
            />
          )}
        </>
      ),
    }),
  );
}
