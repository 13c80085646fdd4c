import { z } from 'zod';
import {
  askForList,
  type Cadence,
  cadences,
  changeList,
  type FollowingShown,
  listBehind,
  type ListChange,
} from '#platform/follow';
import {
  type Answers,
  askAgain,
  type FieldErrors,
  fieldErrors,
  page,
  type Page,
  redirect,
  type Route,
  type Visit,
} from '#platform/http';
import { Button, Form, FormErrorSummary, Heading, Link, Prose, Text, TextField, Unseen } from '#platform/ui';
import type { SiteServices } from '../site.ts';
import { addressField, tooMany } from './address-form.ts';
import { cadenceWords, linkEnded, trail } from './parts.tsx';

const listForm = z.object({ email: addressField });

/** Everything that an address follows: asked for with the address, shown behind a link that is sent to it. */
export function yoursRoutes(services: SiteServices): readonly Route[] {
  const { follow } = services;
  return [
    {
      method: 'GET',
      path: '/follow/yours',
      may: 'anyone-uncached',
      handle: async () => page(askPage()),
    },
    {
      method: 'POST',
      path: '/follow/yours',
      may: 'anyone-uncached',
      handle: (visit) => submit(services, visit),
    },
    {
      method: 'GET',
      path: '/follow/yours/asked',
      may: 'anyone',
      handle: async () => page(askedPage),
    },
    {
      method: 'GET',
      path: '/follow/yours/:list',
      may: 'anyone-uncached',
      handle: async ({ params }) => {
        const list = await listBehind(follow, params['list'] ?? '');
        return list === undefined ? linkEnded() : page(listPage(list));
      },
    },
    {
      method: 'POST',
      path: '/follow/yours/:list',
      may: 'anyone-uncached',
      handle: async ({ params, answers }) => {
        const token = params['list'] ?? '';
        const change = changeIn(answers);
        const isThere = await changeList(follow, token, change);
        if (!isThere) return linkEnded();
        const list = `/follow/yours/${encodeURIComponent(token)}`;
        return redirect(change.kind === 'end-everything' ? '/follow/yours' : list, said[change.kind]);
      },
    },
  ];
}

async function submit({ follow }: SiteServices, { answers, client }: Visit) {
  const form = listForm.safeParse(answers);
  if (!form.success) return askAgain(askPage(answers, fieldErrors(form.error.issues)));
  const outcome = await askForList(follow, { address: form.data.email, visitor: client.address });
  return outcome.ok ? redirect('/follow/yours/asked') : askAgain(askPage(answers, { email: tooMany }));
}

function changeIn(answers: Answers): ListChange {
  const following = answers['following'] ?? '';
  const cadence = cadences.find((one) => one === answers['cadence']);
  if (answers['end'] === 'everything') return { kind: 'end-everything' };
  return cadence === undefined ? { kind: 'end', following } : { kind: 'cadence', following, cadence };
}

const said: Readonly<Record<ListChange['kind'], string>> = {
  end: 'You no longer follow it.',
  cadence: 'Changed.',
  'end-everything':
    'You no longer follow anything, and your address is no longer kept. A letter on its way may still arrive.',
};

const askPage = (answers: Answers = {}, errors: FieldErrors = {}): Page & { errors: FieldErrors } => ({
  title: 'See everything you follow',
  breadcrumbs: trail('See everything you follow'),
  errors,
  main: (
    <Prose>
      <FormErrorSummary errors={errors} />
      <Text>We send a link to your address. Behind it you see, change and end everything it follows.</Text>
      <Form>
        <TextField
          name="email"
          label="E-mail address"
          type="email"
          autocomplete="email"
          spellcheck={false}
          answers={answers}
          errors={errors}
        />
        <Button>Send the link</Button>
      </Form>
    </Prose>
  ),
});

const askedPage: Page = {
  title: 'Look in your mailbox for your link',
  breadcrumbs: trail('Look in your mailbox for your link'),
  main: (
    <Prose>
      <Text lead>If the address you gave follows anything, we have written to it.</Text>
      <Text>The link in the letter works for one day.</Text>
    </Prose>
  ),
};

const other: Readonly<Record<Cadence, Cadence>> = { 'at-once': 'daily', daily: 'at-once' };

const listPage = (list: readonly FollowingShown[]): Page => ({
  title: 'Everything you follow',
  breadcrumbs: trail('Everything you follow'),
  main: (
    <Prose>
      {list.length === 0 ? (
        <Text>
          This address follows nothing. <Link href="/follow">Follow something</Link>
        </Text>
      ) : (
        <>
          {list.map(({ following, name, cadence }) => (
            <section class="accord-section">
              <Heading size="m">{name}</Heading>
              <Text>{cadenceWords[cadence]}</Text>
              <Form>
                <input type="hidden" name="following" value={following} />
                <div class="govuk-button-group">
                  <Button variant="secondary">
                    Stop<Unseen> following {name}</Unseen>
                  </Button>
                  <Button variant="secondary" name="cadence" value={other[cadence]}>
                    {cadence === 'daily' ? 'Tell me straight away' : 'Tell me once a day'}
                    <Unseen> of {name}</Unseen>
                  </Button>
                </div>
              </Form>
            </section>
          ))}
          <Form>
            <input type="hidden" name="end" value="everything" />
            <Button variant="warning">Stop everything</Button>
          </Form>
        </>
      )}
    </Prose>
  ),
});
