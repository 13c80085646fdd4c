import type { Role } from '#platform/kernel';

/** `anyone`; `signed in`, with whatever office; or the roles that may, for the body they act for and for no other. */
type Rule = 'anyone' | 'signed in' | readonly Role[];

const all = (rule: Rule, ...routes: readonly string[]) =>
  Object.fromEntries(routes.map((route) => [route, rule]));

/**
 * Who may use which route, written down here by hand and apart from the code, so that a permission that is loosened,
 * forgotten or attached to the wrong route is noticed.
 */
export const whoMay: Readonly<Record<string, Rule>> = {
  ...all(
    'anyone',
    'GET /',
    'GET /find',
    'GET /about',
    'GET /accessibility',
    'GET /privacy',
    'GET /cookies',
    'GET /dates',
    'GET /bodies',
    'GET /bodies.csv',
    'GET /bodies.json',
    'GET /bodies/:body',
    'GET /bodies/:body/offices',
    'GET /bodies/:body/offices.csv',
    'GET /bodies/:body/offices.json',
    'GET /bodies/:body/offices/:office',
    'GET /bodies/:body/rules',
    'GET /bodies/:body/rules.csv',
    'GET /bodies/:body/rules.json',
    'GET /bodies/:body/rules/:rule',
    'GET /bodies/:body/rules/:rule/versions.csv',
    'GET /bodies/:body/rules/:rule/versions.json',
    'GET /places',
    'GET /places.csv',
    'GET /places.json',
    'GET /places/:place',
    'GET /places/:place/figures.csv',
    'GET /places/:place/figures.json',
    'GET /statutory-partners',
    'GET /statutory-partners.csv',
    'GET /statutory-partners.json',
    'GET /robots.txt',
    'GET /record',
    'GET /record.atom',
    'GET /record.csv',
    'GET /record.json',
    'GET /record/checkpoint',
    'GET /record/download',
    'GET /record/entries/:number',
    'GET /record/key',
    'GET /api',
    'GET /api/openapi.json',
    'GET /api/bodies',
    'GET /api/bodies/:body',
    'GET /api/bodies/:body/offices',
    'GET /api/bodies/:body/rules',
    'GET /api/calculator',
    'GET /api/places',
    'GET /api/places/:place',
    'GET /api/popolo',
    'GET /api/popolo/areas',
    'GET /api/popolo/memberships',
    'GET /api/popolo/organizations',
    'GET /api/popolo/persons',
    'GET /api/popolo/posts',
    'GET /api/record/entries',
    'GET /api/record/proofs/consistency/:from/:to',
    'GET /api/record/proofs/inclusion/:number/:size',
    'GET /api/statutory-partners',
  ),

  // Signing in is for anyone; in the example so is choosing an office.
  ...all('anyone', 'GET /sign-in', 'POST /sign-in', 'POST /sign-out', 'GET /office', 'POST /office'),

  // An office's own body, by the duties of the office.
  ...all(
    ['democratic-services', 'monitoring-officer', 'chief-executive'],
    'GET /bodies/:body/details',
    'POST /bodies/:body/details',
  ),
  ...all(
    ['democratic-services', 'monitoring-officer'],
    'GET /bodies/:body/closures',
    'GET /bodies/:body/closures/add',
    'POST /bodies/:body/closures/add',
    'GET /bodies/:body/closures/:day/withdraw',
    'POST /bodies/:body/closures/:day/withdraw',
    'GET /bodies/:body/offices/manage',
    'GET /bodies/:body/offices/add',
    'POST /bodies/:body/offices/add',
    'GET /bodies/:body/offices/:office/end',
    'POST /bodies/:body/offices/:office/end',
    'GET /bodies/:body/offices/:office/holdings/add',
    'POST /bodies/:body/offices/:office/holdings/add',
    'GET /bodies/:body/offices/:office/holdings/:holding',
    'POST /bodies/:body/offices/:office/holdings/:holding',
  ),
  ...all(
    ['democratic-services', 'scrutiny', 'monitoring-officer'],
    'GET /bodies/:body/drafts',
    'GET /bodies/:body/rules/:rule/correct',
    'POST /bodies/:body/rules/:rule/correct',
    'GET /bodies/:body/rules/:rule/check',
    'GET /bodies/:body/rules/:rule/corrected',
    'GET /bodies/:body/rules/:rule/discard',
    'POST /bodies/:body/rules/:rule/discard',
  ),
  ...all(
    ['monitoring-officer'],
    'POST /bodies/:body/rules/:rule/check',
    'GET /bodies/:body/name',
    'POST /bodies/:body/name',
    'GET /bodies/:body/succession',
    'POST /bodies/:body/succession',
  ),
  ...all('signed in', 'GET /account', 'POST /account/password', 'POST /account/sessions', 'GET /work'),
};

/** Posts that need no answers to act. Whoever may is taken at their word here; journeys follow them through. */
export const actWithoutAnswers: readonly string[] = [
  'POST /sign-out',
  'POST /account/sessions',
  'POST /bodies/:body/rules/:rule/discard',
  'POST /bodies/:body/closures/:day/withdraw',
  'POST /bodies/:body/rules/:rule/check',
];
