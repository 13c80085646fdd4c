/** What officers of a body draft here, as the drafts of all modules are told apart. */
export const draftKinds = {
  notice: 'governance.notice',
  decision: 'governance.decision',
  proposal: 'governance.proposal',
} as const;
