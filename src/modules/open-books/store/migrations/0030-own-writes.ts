import { type Migration, ownWrites } from '#platform/db';

/** Everybody reads what bodies publish; none writes in the name of another, whatever the application should forget to ask. */
export const ownRows: Migration = {
  name: '0030-own-writes',
  up: [
    ownWrites('open_books.release'),
    ownWrites('open_books.release_withdrawal'),
    ownWrites('open_books.supplier_choice'),
  ].join('\n'),
};
