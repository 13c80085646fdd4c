import type { VNode } from 'preact';
import type { AssetUrl } from '../assets.ts';

export type HeadProps = Readonly<{
  assetUrl: AssetUrl;
  siteName: string;
  title: string;
  description?: string | undefined;
  /** A form is shown again with something wrong in it: the window's title says so first. */
  hasErrors?: boolean | undefined;
  /** The permanent address of what is shown. */
  canonical?: string | undefined;
  /** It has nothing that a script would make better, or may not have any. */
  withoutScripts?: boolean | undefined;
  /** The same content in other forms: a feed, a CSV file, JSON. */
  alternates?: readonly Readonly<{ href: string; type: string; title: string }>[] | undefined;
}>;

export function Head(props: HeadProps): VNode {
  const { assetUrl } = props;
  return (
    <head>
      <meta charset="utf-8" />
      <title>{windowTitle(props)}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#11504c" />
      {props.description !== undefined && <meta name="description" content={props.description} />}
      <meta property="og:title" content={props.title} />
      <meta property="og:site_name" content={props.siteName} />
      {props.description !== undefined && <meta property="og:description" content={props.description} />}
      {props.canonical !== undefined && <link rel="canonical" href={props.canonical} />}
      <link
        rel="preload"
        href={assetUrl('atkinson-hyperlegible-next-latin-wght-normal.woff2')}
        as="font"
        type="font/woff2"
        crossOrigin="anonymous"
      />
      <link rel="stylesheet" href={assetUrl('accord.css')} />
      <link rel="icon" href={assetUrl('favicon.svg')} type="image/svg+xml" sizes="any" />
      <link rel="manifest" href={assetUrl('accord.webmanifest')} />
      {props.alternates?.map(({ href, type, title }) => (
        <link rel="alternate" type={type} href={href} title={title} />
      ))}
      {props.withoutScripts !== true && <script type="module" src={assetUrl('accord.js')} />}
    </head>
  );
}

/** `Error: Change your rules – Accord`: what is wrong, which page, which site. */
const windowTitle = ({ title, siteName, hasErrors }: HeadProps): string =>
  `${hasErrors === true ? 'Error: ' : ''}${title === siteName ? siteName : `${title} – ${siteName}`}`;
