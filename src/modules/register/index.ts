import type { Actor } from '#platform/kernel';
import type { Module, Services } from '#platform/module';
import { loadExample, loadReference } from './example.ts';
import { calendarFor } from './door.ts';
import { permissions } from './permissions.ts';
import { migrations } from './store/migrations/index.ts';
import { ownRegisters } from './web/office/own-registers.ts';
import { tasksFor } from './web/office/tasks.ts';
import { registerRoutes } from './web/routes.ts';

/** Bodies, places, offices and each body's own dated rules: what every later module builds on. */
export const register = {
  name: 'register',
  migrations,
  permissions,
  routes: (services) => registerRoutes({ ...services, calendarFor }),
  tasks: (services: Services, actor: Actor) => tasksFor({ ...services, calendarFor }, actor),
  ownRegisters,
  loadReference,
  loadExample,
} satisfies Module;

// What later modules and the app may ask
export { bankHolidaysKnownTo, englandBankHolidays } from './reference/bank-holidays.ts';
export {
  type BodyRules,
  bodyOn,
  calendarFor,
  calendarsForEach,
  officeDirectory,
  rulesFor,
  rulesForEach,
  successorsOf,
} from './door.ts';
export { bodiesOn, type BodyLine, everyBody } from './queries/bodies.ts';
export { holdersOf } from './queries/holders.ts';
export { type OfficeNamed, officesNamed, officesOnDay } from './queries/offices-named.ts';
export { areaOf, neighboursOfEach, placesOn, type PlaceLine } from './queries/places.ts';
export { search, type FoundThing } from './queries/search.ts';
export { loadArea } from './example.ts';
export { enterBody, type EnterBodyRefusal, type NewBody } from './actions/enter-body.ts';
export { councilListed, type ListedCouncil } from './reference/councils.ts';
export type { Area } from './reference/area.ts';
export { readArea } from './reference/read-area.ts';

// The words of this area of business
export { type BodyKind, bodyKinds, type Tier, tiers } from './domain/body.ts';
export { certainties, type Certainty, mustCheckLocally, type Provenance } from './domain/certainty.ts';
export { type AsOf, covers, type Dated, isKnown, versionOn, versionsOn } from './domain/dated.ts';
export { countOn, type PlaceCount } from './domain/place.ts';
export { type Period, periodUnits } from './domain/rule-catalogue/definition.ts';
export { ruleDefinition, type RuleKey, ruleKeys, type RuleValue } from './domain/rule-catalogue/index.ts';
export { countingBasis, sayPeriod, sayRuleValue } from './domain/rule-value.ts';
export type { Holder } from './domain/holding.ts';
export type { Ruling } from './domain/rules.ts';

// What the site's own pages show of the register
export { kindsPlural } from './web/public/bodies/body-words.ts';
export { Lately } from './web/public/parts/lately.tsx';
export { AreaMap, tileLayout } from './web/public/places/area-map.tsx';
