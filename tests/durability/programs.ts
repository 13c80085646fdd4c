import type { Program } from './site.ts';

const fromSource = ['--conditions=source', '--import', 'tsx'];

/** The site as `npm start` runs it. */
export const builtSite: Program = ['dist/main.js'];

/** The same from its sources. */
export const sourceSite: Program = [...fromSource, 'src/main.ts'];

/** The faults that `planted-site.ts` can have, and what the judge must call each. */
export const plantedFaults = [
  { fault: 'writes-before-its-transaction', shows: 'halfDone' },
  { fault: 'acknowledges-before-commit', shows: 'lost' },
] as const;
export type PlantedFault = (typeof plantedFaults)[number]['fault'];

/** The site with one fault. */
export const plantedSite = (fault: PlantedFault): Program => [
  ...fromSource,
  'tests/durability/planted-site.ts',
  fault,
];
