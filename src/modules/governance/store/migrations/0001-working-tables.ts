import { type Migration, privateTable } from '#platform/db';

export const workingTables: Migration = {
  name: '0001-working-tables',
  up: `
    CREATE TABLE governance.numbering (
      body_id text NOT NULL,
      kind    text NOT NULL,
      year    int NOT NULL,
      last    int NOT NULL,
      CONSTRAINT numbering_pkey PRIMARY KEY (body_id, kind, year)
    );
    GRANT UPDATE ON governance.numbering TO accord_app;
    ${privateTable('governance.numbering', 'the last number a body has given to a thing of its kind in a year')}

    CREATE TABLE governance.found (
      subject      text CONSTRAINT found_pkey PRIMARY KEY,
      kind         text NOT NULL,
      body_id      text NOT NULL,
      title        text NOT NULL,
      text         text NOT NULL,
      on_day       date NOT NULL,
      places       text[] NOT NULL DEFAULT '{}',
      topics       text[] NOT NULL DEFAULT '{}',
      visible_from date,
      words        tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', left(text, 400000)), 'C')
      ) STORED
    );
    CREATE INDEX found_by_words ON governance.found USING gin (words);
    CREATE INDEX found_by_day ON governance.found (on_day DESC, subject);
    GRANT UPDATE, DELETE ON governance.found TO accord_app;
    COMMENT ON TABLE governance.found IS 'public: what can be found by its words, as published';
  `,
};
