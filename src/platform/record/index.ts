export {
  act,
  type ActOptions,
  type ActServices,
  actTogether,
  type Answer,
  type Done,
  type DoneTogether,
  type SystemActor,
} from './act.ts';
export type { Json } from './canonical-json.ts';
export type { Entry } from './entry.ts';
export type { Appended, Head, RecordHead } from './head.ts';
export { migrations } from './migrations.ts';
export { openRecordHead, type RecordHeadSettings } from './open-record-head.ts';
