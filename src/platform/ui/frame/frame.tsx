import type { ComponentChildren, VNode } from 'preact';
import type { AssetUrl } from '../assets.ts';
import { Breadcrumbs } from '../components/breadcrumbs.tsx';
import { NotificationBanner } from '../components/notification-banner.tsx';
import { PhaseBanner } from '../components/phase-banner.tsx';
import { ServiceNavigation } from '../components/service-navigation.tsx';
import { SkipLink } from '../components/skip-link.tsx';
import { Footer } from './footer.tsx';
import { Head, type HeadProps } from './head.tsx';
import { Header, type HeaderProps } from './header.tsx';
import { type Office, OfficeStrip } from './office-strip.tsx';

/** A place to go: part of the site, footer page, step of the way home. */
export type Destination = Readonly<{ text: string; href: string }>;

export type FrameProps = HeadProps &
  HeaderProps &
  Readonly<{
    assetUrl: AssetUrl;
    navigation: readonly (Destination & Readonly<{ current?: boolean | undefined }>)[];
    /** Who is signed in, acting in which office; nobody on public pages. */
    office?: Office | undefined;
    phase?: Readonly<{ tag: string; children: ComponentChildren }> | undefined;
    /** From home to here; the last, without a link, is this page. */
    breadcrumbs?: readonly Readonly<{ text: string; href?: string }>[] | undefined;
    /** What has just been done, shown this once. */
    notice?: string | undefined;
    main: ComponentChildren;
    footer: readonly Destination[];
    /** The note on licence and source at the foot of every page. */
    licence: ComponentChildren;
  }>;

/** The whole of a page around its main part. Pure: everything it shows is handed to it. */
export const Frame = (props: FrameProps): VNode => (
  <html lang="en-GB" class="govuk-template">
    <Head {...props} />
    <body class="govuk-template__body">
      <SkipLink href="#main-content">Skip to main content</SkipLink>
      <header>
        <Header {...props} />
        {props.navigation.length > 0 && (
          <ServiceNavigation
            label="Main"
            items={props.navigation.map(({ text, href, current }) => ({
              children: text,
              href,
              active: current,
            }))}
          />
        )}
        {props.office !== undefined && <OfficeStrip office={props.office} />}
        {props.phase !== undefined && (
          <PhaseBanner tag={{ children: props.phase.tag, colour: 'orange' }}>
            {props.phase.children}
          </PhaseBanner>
        )}
      </header>
      <div class="govuk-width-container">
        {props.breadcrumbs !== undefined && props.breadcrumbs.length > 0 && (
          <Breadcrumbs
            collapseOnMobile
            items={props.breadcrumbs.map(({ text, href }) => ({ children: text, href }))}
          />
        )}
        <main class="govuk-main-wrapper" id="main-content">
          {props.notice !== undefined && <NotificationBanner success>{props.notice}</NotificationBanner>}
          {props.main}
        </main>
      </div>
      <Footer links={props.footer} licence={props.licence} />
    </body>
  </html>
);
