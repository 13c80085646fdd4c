export { type Actor, type Role, roles } from './actor.ts';
export type { Clock } from './clock.ts';
export type { IsoDate } from './iso-date.ts';
export { never, type Ok, ok, refuse, type Refused, type Result } from './result.ts';
