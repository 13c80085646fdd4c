import type { Page, Surroundings } from '#platform/http';
import { type AssetUrl, Embedded, FormContext, Frame, renderDocument } from '#platform/ui';
import { footerLinks, navigation, siteName } from './navigation.ts';

export type SiteLook = Readonly<{
  assetUrl: AssetUrl;
  /** What area the site is about. */
  area: string | undefined;
  /** Whether it shows the example, and then says so on every page. */
  example: boolean;
}>;

/** Puts the frame of the site around a page: header, navigation, who is signed in, footer. */
export function renderPage(look: SiteLook, content: Page, around: Surroundings): string {
  const actor = around.signedIn?.actor;
  const office =
    actor === undefined
      ? undefined
      : { title: actor.officeTitle, workHref: '/work', signOutHref: '/sign-out' };

  if (content.isEmbedded === true)
    return renderDocument(
      <Embedded
        assetUrl={look.assetUrl}
        siteName={siteName}
        title={content.title}
        description={content.description}
        main={
          <>
            <Heading content={content} />
            {content.main}
          </>
        }
      />,
    );
  return renderDocument(
    <FormContext.Provider value={{ csrf: around.csrf ?? '', submission: around.submission }}>
      <Frame
        assetUrl={look.assetUrl}
        siteName={siteName}
        area={look.area}
        headerLinks={around.signedIn === undefined ? signedOutLinks : signedInLinks}
        title={content.caption === undefined ? content.title : `${content.title} – ${content.caption}`}
        alternates={content.feed && [{ ...content.feed, type: 'application/atom+xml' }]}
        description={content.description}
        hasErrors={content.errors !== undefined && Object.keys(content.errors).length > 0}
        navigation={navigation.map((item) => ({ ...item, current: item.section === content.section }))}
        office={office}
        phase={look.example ? { tag: 'Example', children: exampleNote } : undefined}
        breadcrumbs={content.breadcrumbs}
        notice={around.notice}
        main={
          <>
            <Heading content={content} />
            {content.main}
          </>
        }
        footer={footerLinks}
        licence={licence}
      />
    </FormContext.Provider>,
  );
}

function Heading({ content }: { content: Page }) {
  return (
    <h1 class="govuk-heading-xl">
      {content.caption !== undefined && <span class="govuk-caption-xl">{content.caption} </span>}
      {content.title}
    </h1>
  );
}

const signedOutLinks = [
  { text: 'Search', href: '/find' },
  { text: 'Sign in', href: '/sign-in' },
];
const signedInLinks = [
  { text: 'Search', href: '/find' },
  { text: 'Account', href: '/account' },
];

const exampleNote = (
  <>
    This is Kent as documents of 2007 to 2010 tell it, opened for trying Accord out.{' '}
    <a class="govuk-link" href="/about">
      What is real here
    </a>
  </>
);

const licence = (
  <>
    Text and data may be used under the{' '}
    <a
      class="govuk-link"
      href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
      rel="license"
    >
      Open Government Licence v3.0
    </a>
    , except where a page says otherwise.
  </>
);
