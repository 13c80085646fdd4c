// What every module's pages and forms have in common: one way to read a form, to show a day, to hand a list out.

// Forms of an office
export { day, line, oneOf, optionalDay, passage } from './forms/fields.ts';
export { dateAnswers, readAnswers, versionSeen } from './forms/read-answers.ts';
export { once } from './forms/once.ts';
export { step, takeStep, type ThreeSteps } from './forms/three-steps.ts';
export { explainCommon, isCommon } from './forms/explain-common.ts';
export { draftGone, explainDraft } from './forms/explain-draft.ts';
export { BothVersions } from './office/both-versions.tsx';
export { CheckAnswers } from './office/check-answers.tsx';
export { DraftsTable } from './office/drafts-table.tsx';
export { Kept } from './office/kept.tsx';
export { officePage } from './office/office-page.ts';

// Days
export { Day, Period, periodInWords } from './days/dates.tsx';
export { DayField } from './days/day-field.tsx';
export { AnotherDay, AsOf, type DayAsked, onDay } from './days/as-of.tsx';

// Pages and lists
export { fileRoutes, filesOf } from './downloads.ts';
export { Choice, KeepDay, namedOptions, wordOptions } from './filters.tsx';
export { home } from './home.ts';
export { Section } from './section.tsx';

// Files that are brought
export { ColumnsGuide } from './files/columns-guide.tsx';
export { askingAgain, HowFar } from './files/how-far.tsx';
export { RowFaults, rowFaultsDataset } from './files/row-faults.tsx';
