import type { Migration } from '#platform/db';

export const supplierChoices: Migration = {
  name: '0010-supplier-choices',
  up: `
    -- What an officer chose of two payees. Never edited: a later choice about the same two takes its place, and both are shown.
    CREATE TABLE open_books.supplier_choice (
      id         text CONSTRAINT supplier_choice_pkey PRIMARY KEY,
      number     bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT supplier_choice_number UNIQUE,
      body_id    text NOT NULL,
      kind       text NOT NULL CONSTRAINT supplier_choice_kind CHECK (kind IN ('together', 'apart')),
      -- The normal form of each name and the name as an account writes it; the body where it is meant of that body's payee alone.
      one_key    text NOT NULL CONSTRAINT supplier_choice_one CHECK (one_key <> ''),
      one_name   text NOT NULL,
      one_body   text,
      other_key  text NOT NULL CONSTRAINT supplier_choice_other CHECK (other_key <> ''),
      other_name text NOT NULL,
      other_body text,
      reason     text NOT NULL CONSTRAINT supplier_choice_reasoned CHECK (reason <> ''),
      by_office  text NOT NULL,
      chosen_at  timestamptz NOT NULL,
      CONSTRAINT supplier_choice_of_two CHECK (one_key <> other_key OR one_body <> other_body)
    );
    COMMENT ON TABLE open_books.supplier_choice IS
      'public: which payees officers said are one supplier, and which are not, with the reason';
  `,
};
