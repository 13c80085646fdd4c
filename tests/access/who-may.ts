import type { Role } from '#platform/kernel';

/**
 * Who may use which route, written down here by hand and apart from the code, so that a permission that is loosened,
 * forgotten or attached to the wrong route is noticed. A list of roles means: for the body they act for, and no other.
 */
export const whoMay: Readonly<Record<string, 'anyone' | 'signed in' | readonly Role[]>> = {
  'GET /': 'anyone',
};

/** A thing that exists in the example for each parameter of an address but `:body`. */
export const sampleParameters: Readonly<Record<string, string>> = {
  number: '0',
  size: '2',
  from: '1',
  to: '2',
};
