import { page, type PublicRoute, type Visit } from '#platform/http';
import { londonDate } from '#platform/kernel';
import type { ServicesWithFiles } from '#platform/module';
import { DataTable, Link, Prose, Tag, Text } from '#platform/ui';
import { AnotherDay, AsOf, Day, fileRoutes, filesOf, home } from '#platform/web';
import { everyBody } from '#modules/register';
import { choicesPath } from '../../actions/suppliers/judge-suppliers.ts';
import type { NamedPayee } from '../../domain/suppliers/supplier-choice.ts';
import {
  choicesDataset,
  type ChoiceShown,
  chosenInWords,
  supplierChoices,
} from '../../queries/suppliers/choices.ts';
import { supplierPath } from '../explore/asked-in.ts';

/** What officers chose about suppliers, for everybody to read. */
export const supplierChoiceRoutes = ({
  database,
}: Pick<ServicesWithFiles, 'database'>): readonly PublicRoute[] => [
  {
    method: 'GET',
    path: choicesPath,
    may: 'anyone',
    handle: async (visit) => {
      const [choices, bodies] = await Promise.all([
        supplierChoices(database, visit.on),
        everyBody(database, { on: visit.on }),
      ]);
      const names = new Map(bodies.map(({ id, name }) => [id, name]));
      return page({
        title: 'Which names are one supplier',
        description: 'What councils’ officers said of the names of those they pay, and why.',
        section: 'money',
        breadcrumbs: [
          home,
          { text: 'Money', href: '/money' },
          { text: 'Suppliers', href: '/money/suppliers' },
          { text: 'Which names are one supplier' },
        ],
        main: <Choices choices={choices} names={names} visit={visit} />,
      });
    },
  },
  ...fileRoutes(choicesPath, async ({ on }) => choicesDataset(await supplierChoices(database, on))),
];

type Shown = Readonly<{ choices: readonly ChoiceShown[]; names: ReadonlyMap<string, string>; visit: Visit }>;

const Choices = ({ choices, names, visit }: Shown) => (
  <>
    <AsOf visit={visit} />
    <Prose>
      <Text lead>
        Names are put together as one supplier by numbers and by how they are spelt. Where that is in doubt an
        officer says, with a reason; a later word takes the place of an earlier one, and both stay here.
      </Text>
    </Prose>
    <DataTable
      caption="What officers said of suppliers’ names"
      captionHidden
      rows={choices}
      columns={[
        { title: 'Names', cell: ({ one, other }) => <Payees payees={[one, other]} names={names} /> },
        { title: 'Said', cell: ({ kind }) => chosenInWords[kind] },
        { title: 'Why', cell: ({ reason }) => <span class="accord-typed">{reason}</span> },
        { title: 'By', cell: ({ byOffice, bodyId }) => `${byOffice}, ${names.get(bodyId) ?? bodyId}` },
        { title: 'On', cell: ({ at }) => <Day on={londonDate(at)} /> },
        {
          title: 'Standing',
          cell: ({ stands }) => (stands ? 'Stands' : <Tag colour="grey">Replaced</Tag>),
        },
      ]}
      empty="No officer has had to say yet."
      narrow="stack"
      downloads={filesOf(choicesPath, visit)}
    />
    <AnotherDay visit={visit} />
  </>
);

const Payees = ({ payees, names }: Readonly<{ payees: readonly NamedPayee[]; names: Shown['names'] }>) => (
  <ul class="govuk-list">
    {payees.map(({ key, name, body }) => (
      <li>
        <span class="accord-typed">
          <Link href={supplierPath(key)}>{name}</Link>
        </span>
        {body !== undefined && `, paid by ${names.get(body) ?? body}`}
      </li>
    ))}
  </ul>
);
