import type { VNode } from 'preact';
import type { FieldErrors } from './form.ts';

/** A step on the way from home to this page; the last one is the page itself and has no link. */
export type Breadcrumb = Readonly<{ text: string; href?: string }>;

/** A page as its module describes it. The frame around it (header, navigation, footer) is the server's to add. */
export type Page = Readonly<{
  /** The heading and the window title, without the site's name. */
  title: string;
  /** What the page belongs to, in small letters above its heading: "Maidstone Borough Council". */
  caption?: string;
  /** One sentence for search engines and link previews. */
  description?: string;
  breadcrumbs?: readonly Breadcrumb[];
  /** Which part of the top navigation this page belongs to. */
  section?: string;
  /** Where what this page tells of in time can be followed. */
  feed?: Readonly<{ href: string; title: string }>;
  main: VNode;
  /** When the page will say something else though nobody acts: see `until`. */
  changesAt?: Date | undefined;
  /** It is a chart that may stand in a frame of anybody’s page, without header, footer and scripts. */
  isEmbedded?: boolean;
  /** The page tells how far something has come: the browser asks again after so many seconds, without JavaScript. */
  refreshAfterSeconds?: number | undefined;
  /** Present when a form is shown again: the title then starts with "Error: ". */
  errors?: FieldErrors;
}>;

/** A list that can be taken away: one row an item, the same columns in the page's table, in CSV and in JSON. */
export type Dataset = Readonly<{
  /** File name without its ending. */
  name: string;
  columns: readonly Readonly<{ key: string; title: string }>[];
  rows: readonly Readonly<Record<string, string | number | bigint | boolean | null>>[];
  /** Where the figures come from and under which licence, said in the JSON. */
  source: string;
}>;

/** A session that begins with this answer, or the one that ends with it. */
export type SessionChange = Readonly<{ begin: string }> | 'end';

/** What a handler answers, as data. Only `platform/http` sends. */
export type Reply = Content & Readonly<{ changesAt?: Date | undefined }>;

type Content =
  | Readonly<{ kind: 'page'; status: number; page: Page }>
  | Readonly<{ kind: 'redirect'; to: string; notice?: string; session?: SessionChange }>
  | Readonly<{ kind: 'json'; status: number; value: unknown; mediaType: string }>
  | Readonly<{ kind: 'dataset'; format: 'csv' | 'json'; dataset: Dataset }>
  | Readonly<{ kind: 'text'; mediaType: string; body: string | Uint8Array; filename?: string }>
  | Readonly<{ kind: 'file'; mediaType: string; bytes: Uint8Array; filename: string }>
  | Readonly<{
      kind: 'stream';
      mediaType: string;
      lines: AsyncIterable<string | Uint8Array>;
      filename: string;
    }>
  | Readonly<{ kind: 'not-found'; what: string }>
  | Readonly<{ kind: 'forbidden'; why: string }>;

/** A page, in the frame of the site. */
export const page = (content: Page, status = 200): Reply =>
  until(content.changesAt, { kind: 'page', status, page: content });

/**
 * The same answer, which says something else from this moment on though nobody acts: a call-in window closes, a paper is
 * released. Public answers are kept for as long as the record stands and the day lasts; this one until then at most.
 */
export const until = (changesAt: Date | undefined, reply: Reply): Reply =>
  changesAt === undefined ? reply : { ...reply, changesAt };

/** A form shown again with what is wrong in it: nothing was changed and every answer is kept. */
export const askAgain = (content: Page & { errors: FieldErrors }): Reply => page(content, 422);

/** See other. `notice` is shown once, at the top of the page the reader lands on. */
export const redirect = (to: string, notice?: string): Reply =>
  notice === undefined ? { kind: 'redirect', to } : { kind: 'redirect', to, notice };

/** Goes on to `to` in a new session: after signing in, or after choosing another office. */
export const beginSession = (to: string, token: string, notice: string): Reply => ({
  kind: 'redirect',
  to,
  notice,
  session: { begin: token },
});

/** Goes on to `to` signed out: the session’s cookie is cleared. */
export const leaveSession = (to: string, notice: string): Reply => ({
  kind: 'redirect',
  to,
  notice,
  session: 'end',
});

/** Plain data, as the JSON API answers it. */
export const json = (value: unknown, status = 200, mediaType = 'application/json'): Reply => ({
  kind: 'json',
  status,
  value,
  mediaType,
});

/** Says in words what was looked for: "There is no body called …". Unknown ids are never a 500. */
export const notFound = (what: string): Reply => ({ kind: 'not-found', what });

/** Says in words why not, and who may. For what a permission alone cannot tell. */
export const forbidden = (why: string): Reply => ({ kind: 'forbidden', why });

/** The list as a file of this format, the same rows as on its page. */
export const download = (dataset: Dataset, format: 'csv' | 'json'): Reply => ({
  kind: 'dataset',
  format,
  dataset,
});

/** A file held in memory: an SVG, a feed, a key. With `filename` it is saved rather than shown. */
export const text = (mediaType: string, body: string | Uint8Array, filename?: string): Reply =>
  filename === undefined ? { kind: 'text', mediaType, body } : { kind: 'text', mediaType, body, filename };

/**
 * A file as somebody handed it in, byte for byte. Nothing in it is trusted: it is shown in the browser only when it is
 * PDF or plain text, saved otherwise, and can reach nothing of this site.
 */
export const file = (mediaType: string, bytes: Uint8Array, filename: string): Reply => ({
  kind: 'file',
  mediaType,
  bytes,
  filename,
});

/** A file too long to hold in memory, sent line by line or piece by piece as it is read. */
export const stream = (
  mediaType: string,
  lines: AsyncIterable<string | Uint8Array>,
  filename: string,
): Reply => ({
  kind: 'stream',
  mediaType,
  lines,
  filename,
});
