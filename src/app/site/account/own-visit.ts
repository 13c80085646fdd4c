import { redirect, type Reply, type Visit } from '#platform/http';

/** The visit of somebody who is signed in, with an office or without. */
export type OwnVisit = Visit & Readonly<{ signedIn: NonNullable<Visit['signedIn']> }>;

/** Hands a page of one’s own to whoever is signed in; everybody else signs in first and comes back to `path`. */
export const ownVisit =
  (path: string, handle: (visit: OwnVisit) => Promise<Reply>) =>
  async (visit: Visit): Promise<Reply> =>
    visit.signedIn === undefined
      ? redirect(`/sign-in?next=${path}`)
      : handle({ ...visit, signedIn: visit.signedIn });
