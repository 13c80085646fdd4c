export { type Draft, type DraftAnswers, isOf, isTooLong } from './draft.ts';
export {
  type DraftAsked,
  draftEntry,
  type DraftKept,
  type DraftOf,
  dropDraft,
  type DropDraftRefusal,
  keepDraft,
  type KeepDraftRefusal,
} from './keep-draft.ts';
export { keepStep, type StepAsked } from './keep-step.ts';
export { migrations } from './migrations.ts';
export { findDraft, listDrafts, removeDraft, storeDraft } from './store.ts';
export { printOf, stepOf } from './step.ts';
