export type { ActOptions, Done } from './act.ts';
export type { Json } from './canonical-json.ts';
export type { Entry } from './entry.ts';
