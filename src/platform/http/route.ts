import type { Actor, IsoDate } from '#platform/kernel';
import type { Permission, SignedIn } from '#platform/identity';
import type { ZodType } from 'zod';
import type { Answers, FieldErrors } from './form.ts';
import type { Reply } from './reply.ts';
import type { UploadedFile } from './uploads/uploaded-file.ts';

/** One request, as a handler sees it. It carries no way to answer: a handler returns a `Reply`. */
export type Visit = Readonly<{
  params: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  /** What was posted; empty on a GET. */
  answers: Answers;
  /** The files that came with it: none but on a route that takes `uploads`. */
  files: readonly UploadedFile[];
  /** A sentence for each field whose files were too large or too many and so not taken, to be said on the form. */
  unread: FieldErrors;
  /** How large a file may be, in bytes, as set: for the hint of a field. */
  uploadBytes: number;
  /** The key that makes a repeated submit act once; empty on a GET. */
  submission: string;
  /** Who is acting, when somebody is signed in and has an office. */
  actor: Actor | undefined;
  /** Who is signed in, with an office or without. */
  signedIn: SignedIn | undefined;
  /** Where the request comes from, for counting sign-in tries and for telling one's own sessions apart. */
  client: Readonly<{ address: string; device: string }>;
  today: IsoDate;
  /** The day the page is asked to show, `?on=2008-07-15`, or today. */
  on: IsoDate;
  path: string;
}>;

/** The visit of somebody whose permission has been checked. */
export type OfficeVisit = Visit & Readonly<{ actor: Actor }>;

/** A page or an answer that anyone may see: cached by the head of the record, so it must depend on nothing else. */
export type PublicRoute = Readonly<{
  method: 'GET';
  path: string;
  may: 'anyone';
  /** Present on the JSON API: what the OpenAPI document says of this route. */
  api?: ApiDescription;
  handle(visit: Visit): Promise<Reply>;
}>;

/** What the OpenAPI document says of a route. Tests hold every answer against `answers`. */
export type ApiDescription = Readonly<{
  summary: string;
  answers: ZodType;
  parameters?: Readonly<Record<string, ApiParameter>>;
}>;

/** `required` for a parameter of the query that cannot be left out; those in the path never can. */
export type ApiParameter = Readonly<{ says: string; example: string; required?: true }>;

/** A form anyone may send, signed in or not: signing in itself. Never cached. */
export type OpenFormRoute = Readonly<{
  method: 'GET' | 'POST';
  path: string;
  may: 'anyone-uncached';
  handle(visit: Visit): Promise<Reply>;
}>;

/**
 * What a link known to one reader alone does when it is posted to, from wherever that is: a mail program ends letters so,
 * without a cookie or a form of ours (RFC 8058). The address is the whole permission, so it holds a token that cannot be
 * guessed; what is posted is not looked at, and what it does must be harmless when done unasked. Never cached.
 */
export type LinkRoute = Readonly<{
  method: 'POST';
  path: string;
  may: 'whoever-has-the-link';
  handle(visit: Visit): Promise<Reply>;
}>;

/**
 * A page or a form for offices. A `:body` in the path names the body it concerns, and a permission for one's own
 * body then refuses every other body's officer before the handler runs.
 */
export type OfficeRoute = Readonly<{
  method: 'GET' | 'POST';
  path: string;
  may: Permission;
  /** A form with files: how many at once, and how many bytes each where that is less than what is set for the site. */
  uploads?: Readonly<{ most: number; bytesEach?: number }>;
  handle(visit: OfficeVisit): Promise<Reply>;
}>;

/**
 * An address of the API for programs. Whoever asks holds a key for one office (`Authorization: Bearer`), and nothing else lets
 * them in: no session, whoever is signed in. What is sent is the one file of `visit.files`. Never cached.
 */
export type KeyRoute = Readonly<{
  method: 'GET' | 'POST';
  path: `/api/${string}`;
  may: Permission;
  by: 'key';
  /** How what is sent may be written, as media types, and how many bytes of each are taken at most. */
  takes?: Readonly<Record<string, number>>;
  api: KeyApiDescription;
  handle(visit: OfficeVisit): Promise<Reply>;
}>;

/** As of a public address; with what is sent, by media type, and the status of the answer where that is not 200. */
export type KeyApiDescription = ApiDescription &
  Readonly<{
    status?: 201;
    sends?: Readonly<Record<string, Readonly<{ shape: ZodType; example: string }>>>;
    /** Other answers, and when they are given, by status. */
    otherwise: Readonly<Record<number, string>>;
  }>;

/** A route states who may use it, or it does not compile. */
export type Route = PublicRoute | OpenFormRoute | LinkRoute | OfficeRoute | KeyRoute;
