export { aboutOf } from './about.ts';
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
export { canonicalJson, type Json } from './canonical-json.ts';
export type { Checkpoint } from './checkpoint.ts';
export { type CheckpointKeeper, keepCheckpoints } from './checkpoint-keeper.ts';
export type { Entry } from './entry.ts';
export { freshId } from './fresh-id.ts';
export { type About, publicEntry } from './public-entry.ts';
export { explainFault, explainReport } from './explain-file.ts';
export type { Appended, Head, RecordHead } from './head.ts';
export {
  type CheckpointServices,
  latestCheckpoint,
  LogForked,
  type SignedCheckpoint,
} from './latest-checkpoint.ts';
export type { Commitment, Content } from './leaf.ts';
export { type LogKey, openLogKey } from './log-key.ts';
export type { Hash } from './merkle/hash.ts';
export { migrations } from './migrations.ts';
export { openRecordHead, type RecordHeadSettings } from './open-record-head.ts';
export {
  consistencyProof,
  type EntriesPage,
  entriesFrom,
  entriesOfAct,
  entriesPage,
  type EntriesQuery,
  entry,
  type EntryWithAbout,
  erasePrivateContent,
  inclusionProof,
  privateContent,
  type RecordedEntry,
  recordSize,
} from './queries.ts';
export { downloadRecord } from './record-file.ts';
export { type NoteVerifier, readVerifier } from './signed-note.ts';
export { type FileFault, type FileReport, verifyFile, type VerifyFileOptions } from './verify-file.ts';
export { type StoredFault, type StoredReport, verifyStored } from './verify-stored.ts';
export { momentOf } from './when.ts';
