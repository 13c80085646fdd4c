/** What drafts of agreements are called among the drafts of a body. */
export const agreementDraftKind = 'agreements.agreement';
