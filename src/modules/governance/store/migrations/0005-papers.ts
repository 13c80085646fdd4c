import type { Migration } from '#platform/db';

/** A paper anyone may read: published, and open or its review date has come in London. The same rule as `isReadable`. */
const readable = (paper: string): string => `${paper}.published_at IS NOT NULL AND (${paper}.access = 'open'
  OR (${paper}.access = 'exempt' AND ${paper}.review_on <= (now() AT TIME ZONE 'Europe/London')::date))`;

const secured = (table: string): string => `
    ALTER TABLE governance.${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE governance.${table} FORCE ROW LEVEL SECURITY;
    CREATE POLICY own_body ON governance.${table}
      USING (body_id = nullif(current_setting('accord.body', true), ''));`;

// The bytes lie here and not in a folder, so that the same rule guards them as guards the paper, and a backup is whole.
export const papers: Migration = {
  name: '0005-papers',
  up: `
    CREATE TABLE governance.paper (
      id              text CONSTRAINT paper_pkey PRIMARY KEY,
      body_id         text NOT NULL,
      title           text NOT NULL CONSTRAINT paper_titled CHECK (title <> '' AND length(title) <= 300),
      kind            text NOT NULL CONSTRAINT paper_kind
        CHECK (kind IN ('report', 'background', 'annex', 'appendix', 'agenda', 'minutes', 'other')),
      access          text NOT NULL CONSTRAINT paper_access CHECK (access IN ('open', 'exempt', 'confidential')),
      paragraphs      int[] NOT NULL DEFAULT '{}' CONSTRAINT paper_paragraphs
        CHECK (paragraphs <@ ARRAY[1, 2, 3, 4, 5, 6, 7] AND (cardinality(paragraphs) > 0) = (access = 'exempt')),
      public_interest text NOT NULL DEFAULT '',
      public_summary  text NOT NULL DEFAULT '',
      review_on       date CONSTRAINT paper_review_of_exempt CHECK (review_on IS NULL OR access = 'exempt'),
      published_at    timestamptz,
      source          text NOT NULL,
      added_by        text NOT NULL,
      recorded_at     timestamptz NOT NULL,
      CONSTRAINT paper_body UNIQUE (id, body_id),
      CONSTRAINT paper_exempt_says_why CHECK (access <> 'exempt' OR (public_summary <> '' AND public_interest <> ''))
    );
    CREATE INDEX paper_by_body ON governance.paper (body_id, recorded_at DESC);
    CREATE INDEX paper_to_release ON governance.paper (review_on) WHERE access = 'exempt' AND published_at IS NOT NULL;
    GRANT UPDATE (published_at, review_on), DELETE ON governance.paper TO accord_app;
    ${secured('paper')}
    CREATE POLICY made_public ON governance.paper FOR SELECT USING (published_at IS NOT NULL);
    CREATE POLICY drafts_alone ON governance.paper AS RESTRICTIVE FOR DELETE USING (published_at IS NULL);
    COMMENT ON TABLE governance.paper IS
      'private: reports, background papers and annexes, seen by their own body until they are published';

    CREATE TABLE governance.paper_file (
      body_id text NOT NULL,
      sha256  text NOT NULL CONSTRAINT paper_file_hash CHECK (sha256 ~ '^[0-9a-f]{64}$'),
      content bytea NOT NULL,
      CONSTRAINT paper_file_pkey PRIMARY KEY (body_id, sha256),
      CONSTRAINT paper_file_is_what_it_says CHECK (sha256 = encode(sha256(content), 'hex'))
    );
    ALTER TABLE governance.paper_file ALTER COLUMN content SET STORAGE EXTERNAL;
    GRANT DELETE ON governance.paper_file TO accord_app;

    CREATE TABLE governance.paper_content (
      paper_id   text CONSTRAINT paper_content_pkey PRIMARY KEY,
      body_id    text NOT NULL,
      sha256     text NOT NULL,
      filename   text NOT NULL CONSTRAINT paper_content_named CHECK (filename <> ''),
      media_type text NOT NULL,
      byte_count bigint NOT NULL CONSTRAINT paper_content_holds_something CHECK (byte_count > 0),
      pages      int CONSTRAINT paper_content_pages CHECK (pages > 0),
      text       text NOT NULL DEFAULT '',
      text_note  text,
      CONSTRAINT paper_content_of_paper FOREIGN KEY (paper_id, body_id)
        REFERENCES governance.paper (id, body_id) ON DELETE CASCADE,
      CONSTRAINT paper_content_has_file FOREIGN KEY (body_id, sha256) REFERENCES governance.paper_file
    );
    CREATE INDEX paper_content_by_file ON governance.paper_content (body_id, sha256);
    GRANT DELETE ON governance.paper_content TO accord_app;
    ${secured('paper_content')}
    CREATE POLICY made_public ON governance.paper_content FOR SELECT USING (EXISTS (
      SELECT FROM governance.paper p WHERE p.id = paper_id AND ${readable('p')}));
    COMMENT ON TABLE governance.paper_content IS
      'private: what a paper’s file is called and says, seen by its own body until anyone may read the paper';
    ${secured('paper_file')}
    CREATE POLICY made_public ON governance.paper_file FOR SELECT USING (EXISTS (
      SELECT FROM governance.paper_content c JOIN governance.paper p ON p.id = c.paper_id
      WHERE c.body_id = paper_file.body_id AND c.sha256 = paper_file.sha256 AND ${readable('p')}));
    COMMENT ON TABLE governance.paper_file IS
      'private: the bytes of papers, once per body, seen by their own body until anyone may read the paper';

    CREATE TABLE governance.attachment (
      subject  text NOT NULL,
      paper_id text NOT NULL,
      body_id  text NOT NULL,
      role     text NOT NULL CONSTRAINT attachment_role CHECK (role <> ''),
      position int NOT NULL,
      CONSTRAINT attachment_pkey PRIMARY KEY (subject, paper_id),
      CONSTRAINT attachment_of_paper FOREIGN KEY (paper_id, body_id)
        REFERENCES governance.paper (id, body_id) ON DELETE CASCADE
    );
    CREATE INDEX attachment_by_paper ON governance.attachment (paper_id);
    ${secured('attachment')}
    CREATE POLICY made_public ON governance.attachment FOR SELECT USING (EXISTS (
      SELECT FROM governance.paper p WHERE p.id = paper_id AND p.published_at IS NOT NULL));
    COMMENT ON TABLE governance.attachment IS
      'private: to which decision, notice, meeting or proposal a paper belongs, seen as the paper is';
  `,
};
