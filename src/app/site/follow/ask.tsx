import { z } from 'zod';
import { askToFollow, type AskRefusal, cadences, namesOf } from '#platform/follow';
import {
  type Answers,
  askAgain,
  type FieldErrors,
  fieldErrors,
  notFound,
  page,
  type Page,
  redirect,
  type Route,
  type Visit,
} from '#platform/http';
import { aboutKinds, type Followed, listInWords, never } from '#platform/kernel';
import {
  Bullets,
  Button,
  followAddresses,
  Form,
  FormErrorSummary,
  Heading,
  InsetText,
  Link,
  Prose,
  RadiosField,
  Text,
  TextField,
} from '#platform/ui';
import type { SiteServices } from '../site.ts';
import { addressField, tooMany } from './address-form.ts';
import { choosePage } from './choose-page.tsx';
import { cadenceWords, trail } from './parts.tsx';

const askForm = z.object({
  email: addressField,
  cadence: z.enum(cadences, { error: 'Select how soon you want to hear' }),
});

/** More than any page of ours names; what is beyond is not asked for. */
const mostAtOnce = 20;

export function askRoutes(services: SiteServices): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/follow',
      may: 'anyone-uncached',
      handle: async (visit) => {
        const followed = followedIn(visit);
        if (followed.length === 0) return page(await choosePage(services, visit));
        const names = await namesOf(services.follow, services.database, followed);
        return names.length === 0
          ? notFound('There is nothing of that name to follow.')
          : page(askPage({ names }));
      },
    },
    {
      method: 'POST',
      path: '/follow',
      may: 'anyone-uncached',
      handle: (visit) => submit(services, visit),
    },
    {
      method: 'GET',
      path: '/follow/asked',
      may: 'anyone',
      handle: async () => page(askedPage(services)),
    },
  ];
}

async function submit(services: SiteServices, visit: Visit) {
  const followed = followedIn(visit);
  const names = await namesOf(services.follow, services.database, followed);
  if (names.length === 0) return notFound('There is nothing of that name to follow.');
  const again = (errors: FieldErrors) => askAgain(askPage({ names, answers: visit.answers, errors }));

  const form = askForm.safeParse(visit.answers);
  if (!form.success) return again(fieldErrors(form.error.issues));
  const { email, cadence } = form.data;
  const visitor = visit.client.address;
  const outcome = await askToFollow(services.follow, { address: email, followed, cadence, visitor });
  return outcome.ok ? redirect('/follow/asked') : again(explain(outcome.error));
}

function explain(refusal: AskRefusal): FieldErrors {
  switch (refusal) {
    case 'too-many-from-here':
      return { email: tooMany };
    case 'nothing-to-follow':
      return { email: 'What you wanted to follow is no longer there' };
    default:
      return never(refusal);
  }
}

/** `?bodies=maidstone&things=/proposals/mid-kent`, each as often as wanted. */
const followedIn = ({ query }: Visit): readonly Followed[] =>
  aboutKinds
    .flatMap((kind) => (query[kind] ?? '').split('\n').map((id) => ({ kind, id: id.trim() })))
    .filter(({ id }) => id !== '')
    .slice(0, mostAtOnce);

function askPage({
  names,
  answers = {},
  errors = {},
}: Readonly<{
  names: readonly (Followed & Readonly<{ name: string }>)[];
  answers?: Answers;
  errors?: FieldErrors;
}>): Page & { errors: FieldErrors } {
  const all = listInWords(names.map(({ name }) => name));
  return {
    title: `Follow ${all}`,
    description: 'Be told when something is done: by e-mail, as a feed, or in your calendar.',
    breadcrumbs: trail(all),
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text lead>
          Be told when something is done about {all}. You need no account, and you can stop at any time.
        </Text>
        <Form>
          <TextField
            name="email"
            label="E-mail address"
            hint="We write to it first, and begin only when you press the button behind the link in that letter."
            type="email"
            autocomplete="email"
            spellcheck={false}
            answers={answers}
            errors={errors}
          />
          <RadiosField
            name="cadence"
            legend="How soon do you want to hear?"
            options={cadences.map((value) => ({ value, text: cadenceWords[value] }))}
            answers={answers}
            errors={errors}
          />
          <Button>Follow by e-mail</Button>
        </Form>
        <Text>
          Your address is used for these letters alone. <Link href="/privacy">What is kept of you</Link>
        </Text>
        <Heading>Without giving an address</Heading>
        <Bullets
          items={names.map((followed) => {
            const { feed, calendar } = followAddresses(followed);
            return (
              <>
                {followed.name}: <Link href={feed}>what is done, as a feed</Link>,{' '}
                <Link href={calendar}>dates for your calendar</Link>
              </>
            );
          })}
        />
      </Prose>
    ),
  };
}

function askedPage({ configuration }: SiteServices): Page {
  return {
    title: 'Look in your mailbox',
    breadcrumbs: trail('Look in your mailbox'),
    main: (
      <Prose>
        <Text lead>We have written to the address you gave.</Text>
        <Text>
          Open the link in the letter within three days and press the button there. Before that, you follow
          nothing, and after three days your address is forgotten.
        </Text>
        <Text>
          If no letter comes within an hour, look among unwanted mail, and check that the address was right.
          At most six such letters a day are sent to one address.
        </Text>
        {configuration.smtpUrl === undefined && (
          <InsetText>
            This site is not connected to a mail server yet. Its letters are put as files into the folder
            “outbox” of its data.
          </InsetText>
        )}
      </Prose>
    ),
  };
}
