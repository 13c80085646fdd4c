import type { Role } from '#platform/kernel';

/** `anyone`; `signed in`, with whatever office; or the roles that may, for the body they act for and for no other. */
export type Rule = 'anyone' | 'signed in' | readonly Role[];

/** The same rule for several routes. */
export const all = (rule: Rule, ...routes: readonly string[]) =>
  Object.fromEntries(routes.map((route) => [route, rule]));
