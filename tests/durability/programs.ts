import type { Program } from './site.ts';

/** The site as `npm start` runs it. */
export const builtSite: Program = ['dist/main.js'];

/** The faults that `planted-site.ts` can have, and what the judge must call each. */
export const plantedFaults = [
  { fault: 'writes-before-its-transaction', shows: 'halfDone' },
  { fault: 'acknowledges-before-commit', shows: 'lost' },
] as const;
export type PlantedFault = (typeof plantedFaults)[number]['fault'];

/** The built site with one fault: its parts and modules are those of dist/, put together anew. */
export const plantedSite = (fault: PlantedFault): Program => [
  '--import',
  'tsx',
  'tests/durability/planted-site.ts',
  fault,
];
