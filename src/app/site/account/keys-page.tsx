import { type KeyListed, keyLivesDays } from '#platform/identity';
import type { Answers, FieldErrors, Page } from '#platform/http';
import { formatDate, londonDate } from '#platform/kernel';
import {
  Button,
  DataTable,
  Form,
  FormErrorSummary,
  Heading,
  InsetText,
  Link,
  Panel,
  Prose,
  RadiosField,
  SelectField,
  Tag,
  Text,
  TextField,
  TextInput,
  Unseen,
} from '#platform/ui';

export type OfficeToChoose = Readonly<{ officeId: string; officeTitle: string }>;

type KeysShown = Readonly<{
  hasAccount: boolean;
  keys: readonly KeyListed[];
  offices: readonly OfficeToChoose[];
  answers: Answers;
  errors: FieldErrors;
}>;

const breadcrumbs = [{ text: 'Your account', href: '/account' }];

/** The keys of an account, and the form that makes another. */
export const keysPage = ({ hasAccount, keys, offices, answers, errors }: KeysShown): Page => ({
  title: 'Keys for programs',
  breadcrumbs: [...breadcrumbs, { text: 'Keys for programs' }],
  main: (
    <>
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text>
          With a key, a program of yours sends readings to <Link href="/api">the API</Link> and asks what
          became of them. It acts in one of your offices and may do what that office may, but approves
          nothing: somebody else of your body does that here, signed in.
        </Text>
        {!hasAccount && (
          <InsetText>
            You act in an office of the example without an account. Keys belong to accounts, so there are none
            to make here.
          </InsetText>
        )}
      </Prose>
      {hasAccount && (
        <DataTable
          caption="Your keys"
          rows={keys}
          columns={[
            { title: 'Name', cell: ({ name }) => name },
            { title: 'Office', cell: ({ officeTitle, officeId }) => officeTitle ?? officeId },
            { title: 'Made on', cell: ({ madeAt }) => formatDate(londonDate(madeAt)) },
            {
              title: 'Last used on',
              cell: ({ lastUsedOn }) => (lastUsedOn === undefined ? 'Never' : formatDate(lastUsedOn)),
            },
            { title: 'Expires after', cell: ({ lastDay }) => formatDate(lastDay) },
            { title: 'Standing', cell: ({ standing }) => <Standing standing={standing} /> },
            { title: 'What you can do', cell: (key) => <Revoke keyShown={key} /> },
          ]}
          empty="You have no keys."
          narrow="stack"
        />
      )}
      {hasAccount && <MakeKey offices={offices} answers={answers} errors={errors} />}
    </>
  ),
});

const standings = {
  works: <Tag colour="green">Works</Tag>,
  revoked: <Tag colour="grey">Revoked</Tag>,
  expired: <Tag colour="grey">Expired</Tag>,
  'office-ended': <Tag colour="grey">Its office has ended</Tag>,
} as const satisfies Record<KeyListed['standing'], unknown>;

const Standing = ({ standing }: Pick<KeyListed, 'standing'>) => standings[standing];

function Revoke({ keyShown: { id, name, standing } }: Readonly<{ keyShown: KeyListed }>) {
  if (standing !== 'works') return <>Nothing: it opens nothing any more</>;
  return (
    <Form action="/account/keys/revoke">
      <input type="hidden" name="key" value={id} />
      <Button variant="secondary">
        Revoke<Unseen> {name}</Unseen>
      </Button>
    </Form>
  );
}

function MakeKey({ offices, ...field }: Pick<KeysShown, 'offices' | 'answers' | 'errors'>) {
  if (offices.length === 0) return <Text>You hold no office today, so a key could do nothing.</Text>;
  return (
    <Prose>
      <Heading size="m">Make a key</Heading>
      <Form action="/account/keys">
        <TextField
          name="name"
          label="Name"
          hint="For the program that uses it, such as Housing system. What it brings is published under this name beside the office, so name no person."
          {...field}
        />
        <SelectField
          name="office"
          label="The office it acts in"
          options={[
            { value: '', text: 'Select an office' },
            ...offices.map(({ officeId, officeTitle }) => ({ value: officeId, text: officeTitle })),
          ]}
          {...field}
        />
        <RadiosField
          name="life"
          legend="How long does it work?"
          options={keyLivesDays.map((days) => ({ value: String(days), text: `${days} days` }))}
          {...field}
        />
        <Button preventDoubleClick>Make the key</Button>
      </Form>
    </Prose>
  );
}

/** The key, shown this once: the site itself keeps only its hash. */
export const keyShownPage = ({ key, name }: Readonly<{ key: string; name: string }>): Page => ({
  title: 'Your new key',
  breadcrumbs: [...breadcrumbs, { text: 'Keys for programs', href: '/account/keys' }],
  main: (
    <Prose>
      <Panel title="The key works" headingLevel={2}>
        from now on
      </Panel>
      <TextInput
        id="key"
        name="key"
        label={`Key for ${name}`}
        hint="Copy it now. It is not shown again, and the site cannot find it out."
        value={key}
        attributes={{ readonly: true }}
        spellcheck={false}
      />
      <Text>
        Whoever has it acts in your office. Keep it where the program keeps its passwords, not in its code, in
        an e-mail or in a chat. If it gets about, revoke it under <Link href="/account/keys">your keys</Link>.
      </Text>
    </Prose>
  ),
});
