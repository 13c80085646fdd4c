import { type Migration, ownWrites } from '#platform/db';

/** Everybody reads what bodies publish; none writes in the name of another, whatever the application should forget to ask. */
export const ownRows: Migration = {
  name: '0016-own-writes',
  up: [
    ownWrites('agreements.agreement'),
    ownWrites('agreements.target_version', 'by_body'),
    ownWrites('agreements.target_answer'),
    ownWrites('agreements.series_owner'),
    ownWrites('agreements.reading'),
    ownWrites('agreements.comparison_area'),
    ownWrites('agreements.story'),
    ownWrites('agreements.report'),
    ownWrites('agreements.action_fact', 'by_body'),
    ownWrites('agreements.commitment_fact'),
    ownWrites('agreements.consultation'),
  ].join('\n'),
};
