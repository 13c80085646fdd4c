import { page, type PublicRoute } from '#platform/http';
import { Bullets, Heading, Link, Prose, Text } from '#platform/ui';

/** The pages in the footer: what this is, and what is promised to whoever uses it. */
export const aboutRoutes: readonly PublicRoute[] = [
  {
    method: 'GET',
    path: '/about',
    may: 'anyone',
    handle: async () =>
      page({
        title: 'About Accord',
        description: 'What Accord is, and where its figures come from.',
        main: <About />,
      }),
  },
  {
    method: 'GET',
    path: '/accessibility',
    may: 'anyone',
    handle: async () => page({ title: 'Accessibility statement', main: <Accessibility /> }),
  },
  {
    method: 'GET',
    path: '/privacy',
    may: 'anyone',
    handle: async () => page({ title: 'Privacy notice', main: <Privacy /> }),
  },
  {
    method: 'GET',
    path: '/cookies',
    may: 'anyone',
    handle: async () => page({ title: 'Cookies', main: <Cookies /> }),
  },
];

function About() {
  return (
    <Prose>
      <p class="govuk-body-l">
        Accord is where public bodies that share a place, but no boss, do their joint work in the open: what
        they promised, who decided it, who pays, what was spent and what came of it.
      </p>
      <Heading size="m">Who it is for</Heading>
      <Text>
        Residents, community groups and journalists, who can read everything and take it away as data.
        Councillors and officers, who keep their own council’s pages and see what their council owes and is
        owed.
      </Text>
      <Heading size="m">Each body keeps its own</Heading>
      <Text>
        Every council remains sovereign. It writes its own entries, works by its own rules and decides for
        itself. No council can change, or see the drafts of, another’s.
      </Text>
      <Heading size="m">How you can tell that it is true</Heading>
      <Bullets
        items={[
          'Every figure says where it comes from and which day it speaks of.',
          'What is not known is shown as not known. What only practice can confirm says “check locally”.',
          <>
            Every act is entered in <Link href="/record">the record</Link>, which can be added to but not
            changed. You can download it and check it on your own computer.
          </>,
        ]}
      />
      <Heading size="m">The example</Heading>
      <Text>
        This site opens with Kent as five documents of 2007 to 2010 tell it: the Kent Commitment, the Kent
        Recommitment, Maidstone’s record of decision on the Mid Kent Improvement Partnership, Bold Steps for
        Kent, and the presentation of Kent Agreement Two. What they do not say is left open. Offices are
        named; no person is invented.
      </Text>
      <Heading size="m">Using what you find</Heading>
      <Text>
        The text and data of this site may be used under the{' '}
        <Link href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">
          Open Government Licence v3.0
        </Link>
        , except where a page says otherwise. Every list downloads as CSV and JSON, and there is{' '}
        <Link href="/api">an API</Link>.
      </Text>
    </Prose>
  );
}

function Accessibility() {
  return (
    <Prose>
      <Text>
        We want everybody to be able to use this site. It is built to meet the Web Content Accessibility
        Guidelines (WCAG) version 2.2, level AA.
      </Text>
      <Heading size="m">What you should be able to do</Heading>
      <Bullets
        items={[
          'use every page and form with a keyboard alone, and always see where you are',
          'zoom to 400% and read on a screen 320 pixels wide without scrolling sideways',
          'use every page and form without JavaScript',
          'read in light or dark colours, as your device is set',
          'read every chart and map as a table or a list',
          'print any page',
        ]}
      />
      <Heading size="m">How we test</Heading>
      <Text>
        With every change, every kind of page is opened in a real browser, in light and in dark, wide and at
        320 pixels, and checked with axe-core, which finds a part of all faults. Components are held against
        the GOV.UK Design System’s own examples. The site has not yet been audited by people who use assistive
        technology every day.
      </Text>
      <Heading size="m">What does not work yet</Heading>
      <Text>
        We know of no fault. If you meet one, tell the council that runs this site, and it will be mended.
      </Text>
      <Heading size="m">If you are not content with the answer</Heading>
      <Text>
        The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile
        Applications) (No. 2) Accessibility Regulations 2018. If you are not content with how your complaint
        was answered, contact the{' '}
        <Link href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</Link>.
      </Text>
    </Prose>
  );
}

function Privacy() {
  return (
    <Prose>
      <Text>You can read this whole site without telling us who you are. Nothing on it follows you.</Text>
      <Heading size="m">If you only read</Heading>
      <Text>
        The log notes which kind of page was asked for, when, and how long it took. It notes neither your
        address on the internet nor what you searched for.
      </Text>
      <Heading size="m">If you sign in</Heading>
      <Bullets
        items={[
          'Your e-mail address and a hash of your password are kept by the body you work for, until it closes your account.',
          'Where you are signed in is kept until you sign out: the kind of browser and when it was last used. You can see and end each session.',
          'If you ask for reminders, the address you give for them is kept until you end them or your account is closed. No council can look it up.',
          'Keys that you make for programs are kept as hashes, with the name you give them and the day each was last used.',
          'Tries to sign in are counted for a quarter of an hour, under a hash of the e-mail and of the address they came from.',
          'The public record names the office that acted, never the person.',
        ]}
      />
      <Heading size="m">If you follow something by e-mail</Heading>
      <Bullets
        items={[
          'Your e-mail address and what you follow are kept until you end it: by the link in any letter, or all of it at once. No page shows them, and no council can look them up.',
          'An address that is not confirmed by the button behind the link in our first letter is forgotten after three days.',
          'How often letters were asked for is counted for a day, under a hash of the address and of the address they came from, so that nobody can fill your mailbox.',
          'A letter is kept until your mail server has taken it. Nothing in it tells us whether you read it.',
          'The public record says nothing of what anyone follows.',
        ]}
      />
      <Text>
        <Link href="/follow/yours">See, change and end everything you follow</Link>
      </Text>
      <Heading size="m">If you answer a consultation</Heading>
      <Bullets
        items={[
          'Your answers are kept by the body that asks, until the day its consultation names, and are then deleted. You are asked for no name, and never named; the name of an organisation is published only once an officer has looked it through.',
          'What you say in words is published only once an officer has looked it through; whatever tells who you are is to be taken out.',
          'Answers you save are kept for 30 days under a link that only you have, and can be found by nothing else.',
          'How many answers came from a connection is counted for an hour in memory, under a hash that is thrown away with the count. No address is written down.',
        ]}
      />
      <Heading size="m">Your rights</Heading>
      <Text>
        The body that keeps your account, or runs this site where you only follow, is the controller of these
        data. Ask its data protection officer to see, correct or erase them. You can complain to the{' '}
        <Link href="https://ico.org.uk/">Information Commissioner’s Office</Link>.
      </Text>
    </Prose>
  );
}

function Cookies() {
  return (
    <Prose>
      <Text>
        This site sets three cookies. All are strictly necessary, none follows you, and none is set until you
        sign in or open a form.
      </Text>
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-table__caption--m">Cookies this site sets</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">
              Name
            </th>
            <th scope="col" class="govuk-table__header">
              What it is for
            </th>
            <th scope="col" class="govuk-table__header">
              How long it stays
            </th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {cookiesSet.map(([name, purpose, stays]) => (
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                {name}
              </th>
              <td class="govuk-table__cell">{purpose}</td>
              <td class="govuk-table__cell">{stays}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Prose>
  );
}

const cookiesSet = [
  [
    'accord-session',
    'Remembers that you are signed in',
    'Until you sign out or close the browser; 12 hours at most',
  ],
  [
    'accord-visit',
    'Ties a form, such as that for signing in or following, to your browser',
    'Until you sign in or close the browser',
  ],
  ['accord-notice', 'Carries one message, such as “Saved”, to the next page', 'Until the next page'],
] as const;
