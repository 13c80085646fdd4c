import type { Answers, FieldErrors, Page } from '#platform/http';
import { formatDate, londonDate, never, plural } from '#platform/kernel';
import type { Confirmed, Reminded } from '#platform/reminders';
import {
  Button,
  Form,
  FormErrorSummary,
  Heading,
  InsetText,
  Link,
  Prose,
  SummaryList,
  Text,
  TextField,
  WarningText,
} from '#platform/ui';

type RemindersShown = Readonly<{
  account: (Reminded & Readonly<{ email: string }>) | undefined;
  daysBefore: number;
  hasMailServer: boolean;
  answers: Answers;
  errors: FieldErrors;
}>;

const breadcrumbs = [{ text: 'Your account', href: '/account' }];

/** To which address one’s own reminders go, whether the last one went, and the forms that change it. */
export const remindersPage = ({ account, daysBefore, hasMailServer, ...field }: RemindersShown): Page => ({
  title: 'Reminders by e-mail',
  breadcrumbs: [...breadcrumbs, { text: 'Reminders by e-mail' }],
  main: (
    <Prose>
      <FormErrorSummary errors={field.errors} />
      <Text>
        {`What your offices must bring stands under `}
        <Link href="/work">Your work</Link>
        {`. If you wish, you are also told by e-mail: once when a reading is due within ${plural(daysBefore, 'day')}, and once when it is late.`}
      </Text>
      {!hasMailServer && (
        <InsetText>
          This site has no mail server, so nobody gets letters: they are put into a folder where it runs, and
          what is due stays under Your work.
        </InsetText>
      )}
      {account === undefined ? (
        <Text>You act in an office of the example without an account, so there is nobody to remind.</Text>
      ) : (
        <>
          <Standing {...account} />
          <Heading size="m">{account.address === undefined ? 'Be reminded' : 'Another address'}</Heading>
          <Form action="/account/reminders">
            <TextField
              name="address"
              label="E-mail address"
              type="email"
              autocomplete="email"
              spellcheck={false}
              hint="We send a letter with a link there first. It is used once you have pressed the button behind the link."
              {...field}
            />
            <Button>Send the link</Button>
          </Form>
        </>
      )}
    </Prose>
  ),
});

function Standing({ address, pending, last }: Reminded) {
  if (address === undefined && pending === undefined) return <Text>You get no reminders by e-mail.</Text>;
  return (
    <>
      {last?.became.is === 'given-up' && (
        <WarningText>
          {`The reminder of ${formatDate(londonDate(last.at))} could not be delivered: ${last.became.why}. Give another address, or ask whoever runs this site.`}
        </WarningText>
      )}
      <SummaryList
        rows={[
          ...(address === undefined ? [] : [{ key: 'Reminders go to', value: address }]),
          ...(pending === undefined
            ? []
            : [{ key: 'Not confirmed yet', value: `${pending}: open the link in the letter sent there` }]),
          ...(last === undefined ? [] : [{ key: 'Last reminder', value: lastInWords(last) }]),
        ]}
      />
      <Form action="/account/reminders/stop">
        <Button variant="secondary">
          {address === undefined ? 'Forget this address' : 'End reminders by e-mail'}
        </Button>
      </Form>
    </>
  );
}

function lastInWords({ at, became }: NonNullable<Reminded['last']>): string {
  const when = formatDate(londonDate(at));
  switch (became.is) {
    case 'sent':
      return `${when}, sent`;
    case 'waiting':
      return became.tries === 0 ? `${when}, about to be sent` : `${when}, not taken yet: it is tried again`;
    case 'given-up':
      return `${when}, could not be delivered`;
    default:
      return never(became);
  }
}

/** Behind the link: looking changes nothing, since mail scanners open every link they see. */
export const confirmPage = ({ address }: Confirmed): Page => ({
  title: 'Confirm that you want reminders',
  main: (
    <Prose>
      <Text>{`The holder of an account asked to be reminded at ${address} of readings that are due.`}</Text>
      <Form>
        <Button>Send reminders here</Button>
      </Form>
      <Text>If you did not ask for this, close this page. Nothing will be sent.</Text>
    </Prose>
  ),
});

export const confirmedPage = ({ address }: Confirmed): Page => ({
  title: 'Reminders are on',
  main: (
    <Prose>
      <Text lead>{`They will be sent to ${address}.`}</Text>
      <Text>
        You end them, or give another address, under <Link href="/account/reminders">your account</Link>.
      </Text>
    </Prose>
  ),
});

export const linkEndedPage: Page = {
  title: 'This link does not work any more',
  main: (
    <Prose>
      <Text>It was used, it is older than three days, or a newer one was sent.</Text>
      <Text>
        <Link href="/account/reminders">See your reminders, and ask for a new link</Link>
      </Text>
    </Prose>
  ),
};
