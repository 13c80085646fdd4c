import type { Role } from '#platform/kernel';

/**
 * `anyone`; `signed in`, with whatever office; or the roles that may, for the body they act for and for no other. `byKey`: only a
 * program that holds a key for an office of these roles, and nobody who is signed in.
 */
export type Rule = 'anyone' | 'signed in' | readonly Role[] | Readonly<{ byKey: readonly Role[] }>;

/** The same rule for several routes. */
export const all = (rule: Rule, ...routes: readonly string[]) =>
  Object.fromEntries(routes.map((route) => [route, rule]));
