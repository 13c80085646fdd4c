import { type Migration, privateTable } from '#platform/db';

export const consultations: Migration = {
  name: '0011-consultations',
  up: `
    -- Never edited once it is published: what must be said later is a dated notice.
    CREATE TABLE agreements.consultation (
      id              text CONSTRAINT consultation_pkey PRIMARY KEY CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      body_id         text NOT NULL,
      office          text NOT NULL,
      title           text NOT NULL CONSTRAINT consultation_titled CHECK (title <> ''),
      asks            text NOT NULL,
      subject         text NOT NULL DEFAULT '',
      subject_path    text,
      passages        jsonb NOT NULL DEFAULT '[]',
      questions       jsonb NOT NULL DEFAULT '[]',
      places          text[] NOT NULL DEFAULT '{}',
      audience        text[] NOT NULL DEFAULT '{}',
      opens_at        timestamptz,
      closes_at       timestamptz NOT NULL,
      results_by      date,
      keep_until      date,
      suppress_under  int NOT NULL CONSTRAINT consultation_suppression CHECK (suppress_under > 0),
      is_illustrative boolean NOT NULL DEFAULT false,
      source          text NOT NULL,
      certainty       text NOT NULL,
      published_by    text NOT NULL,
      published_at    timestamptz NOT NULL,
      CONSTRAINT consultation_body UNIQUE (id, body_id),
      CONSTRAINT consultation_closes_after_it_opens CHECK (closes_at > opens_at),
      CONSTRAINT consultation_keeps_until_results CHECK (keep_until >= results_by)
    );
    CREATE INDEX consultation_by_body ON agreements.consultation (body_id, closes_at DESC);
    COMMENT ON TABLE agreements.consultation IS 'public: what a body asks, on which text, of whom and until when';

    CREATE TABLE agreements.consultation_notice (
      consultation_id text NOT NULL CONSTRAINT consultation_notice_of REFERENCES agreements.consultation,
      position        int NOT NULL,
      says            text NOT NULL CONSTRAINT consultation_notice_says CHECK (says <> ''),
      closes_at       timestamptz,
      by_office       text NOT NULL,
      at              timestamptz NOT NULL,
      CONSTRAINT consultation_notice_pkey PRIMARY KEY (consultation_id, position)
    );
    COMMENT ON TABLE agreements.consultation_notice IS 'public: dated notices about a consultation, and extensions of it';

    CREATE TABLE agreements.consultation_secret (
      consultation_id text CONSTRAINT consultation_secret_pkey PRIMARY KEY,
      body_id         text NOT NULL,
      secret          text NOT NULL,
      CONSTRAINT consultation_secret_of FOREIGN KEY (consultation_id, body_id)
        REFERENCES agreements.consultation (id, body_id)
    );
    ${privateTable('agreements.consultation_secret', 'what the time at which a form was opened is sealed with')}

    CREATE TABLE agreements.unsent_response (
      link_hash       text CONSTRAINT unsent_response_pkey PRIMARY KEY,
      consultation_id text NOT NULL,
      body_id         text NOT NULL,
      answers         jsonb NOT NULL CONSTRAINT unsent_response_of_ordinary_size
        CHECK (pg_column_size(answers) < 262144),
      ends_at         timestamptz NOT NULL,
      saved_at        timestamptz NOT NULL,
      CONSTRAINT unsent_response_of FOREIGN KEY (consultation_id, body_id)
        REFERENCES agreements.consultation (id, body_id)
    );
    CREATE INDEX unsent_response_ends ON agreements.unsent_response (body_id, ends_at);
    GRANT UPDATE (answers, ends_at, saved_at), DELETE ON agreements.unsent_response TO accord_app;
    ${privateTable('agreements.unsent_response', 'answers that somebody saved and has not sent, by the hash of their link')}

    CREATE TABLE agreements.response (
      id              text CONSTRAINT response_pkey PRIMARY KEY,
      consultation_id text NOT NULL,
      body_id         text NOT NULL,
      number          int NOT NULL CONSTRAINT response_number_counts CHECK (number > 0),
      kind            text NOT NULL CONSTRAINT response_kind CHECK (kind IN ('resident', 'organisation')),
      organisation    text,
      place_id        text,
      came_by         text NOT NULL CONSTRAINT response_came_by CHECK (came_by IN ('online', 'paper')),
      paper_reference text,
      entered_by      text,
      sent_key        text NOT NULL,
      link_hash       text,
      content_hash    text NOT NULL,
      sent_at         timestamptz NOT NULL,
      CONSTRAINT response_numbered_once UNIQUE (consultation_id, number),
      CONSTRAINT response_sent_once UNIQUE (consultation_id, sent_key),
      CONSTRAINT response_body UNIQUE (id, body_id),
      CONSTRAINT response_of FOREIGN KEY (consultation_id, body_id)
        REFERENCES agreements.consultation (id, body_id),
      CONSTRAINT response_names_organisations_alone CHECK ((organisation IS NOT NULL) = (kind = 'organisation')),
      CONSTRAINT response_on_paper_has_its_reference
        CHECK ((paper_reference IS NOT NULL AND entered_by IS NOT NULL) = (came_by = 'paper'))
    );
    CREATE INDEX response_by_link ON agreements.response (link_hash);
    CREATE INDEX response_by_content ON agreements.response (consultation_id, content_hash);
    GRANT DELETE ON agreements.response TO accord_app;
    ${privateTable('agreements.response', 'who answered a consultation; gone after the day it is kept until')}

    CREATE TABLE agreements.response_answer (
      response_id text NOT NULL,
      body_id     text NOT NULL,
      question    int NOT NULL,
      choice      text,
      says        text NOT NULL,
      CONSTRAINT response_answer_pkey PRIMARY KEY (response_id, question),
      CONSTRAINT response_answer_of FOREIGN KEY (response_id, body_id)
        REFERENCES agreements.response (id, body_id) ON DELETE CASCADE,
      CONSTRAINT response_answer_of_ordinary_size CHECK (length(says) <= 4000)
    );
    GRANT DELETE ON agreements.response_answer TO accord_app;
    ${privateTable('agreements.response_answer', 'what was answered, as it was written; gone after the day it is kept until')}

    -- Every decision on a text is kept, and the last one counts: a text that is taken back is emptied out of the earlier ones.
    CREATE TABLE agreements.published_text (
      consultation_id text NOT NULL CONSTRAINT published_text_of REFERENCES agreements.consultation,
      response        int NOT NULL,
      question        int NOT NULL,
      revision        int NOT NULL,
      outcome         text NOT NULL CONSTRAINT published_text_outcome
        CHECK (outcome IN ('published', 'redacted', 'withheld')),
      says            text,
      reason          text NOT NULL,
      by_office       text NOT NULL,
      at              timestamptz NOT NULL,
      CONSTRAINT published_text_pkey PRIMARY KEY (consultation_id, response, question, revision),
      CONSTRAINT withheld_text_is_not_here CHECK (says IS NULL OR outcome <> 'withheld'),
      CONSTRAINT kept_back_for_a_reason CHECK (outcome = 'published' OR reason <> '')
    );
    GRANT UPDATE (says) ON agreements.published_text TO accord_app;
    COMMENT ON TABLE agreements.published_text IS 'public: the free texts of answers that an officer let be read';

    CREATE TABLE agreements.consultation_result (
      consultation_id text CONSTRAINT consultation_result_pkey PRIMARY KEY
        CONSTRAINT consultation_result_of REFERENCES agreements.consultation,
      says            text NOT NULL,
      responses       int NOT NULL,
      online          int,
      paper           int,
      by_organisation int,
      organisations   int,
      by_resident     int,
      alike           int,
      source          text NOT NULL,
      by_office       text NOT NULL,
      at              timestamptz NOT NULL
    );
    COMMENT ON TABLE agreements.consultation_result IS 'public: how many answered, and the results in a few words';

    CREATE TABLE agreements.consultation_count (
      consultation_id text NOT NULL CONSTRAINT consultation_count_of REFERENCES agreements.consultation_result,
      question        int NOT NULL,
      kind            text NOT NULL,
      place           text NOT NULL,
      choice          text NOT NULL,
      count           int,
      CONSTRAINT consultation_count_pkey PRIMARY KEY (consultation_id, question, kind, place, choice)
    );
    COMMENT ON TABLE agreements.consultation_count IS 'public: counts of answers; without a count where too few answered';

    CREATE TABLE agreements.consultation_respondent (
      consultation_id text NOT NULL CONSTRAINT consultation_respondent_of REFERENCES agreements.consultation_result,
      number          int NOT NULL,
      kind            text NOT NULL,
      organisation    text,
      came_by         text NOT NULL,
      CONSTRAINT consultation_respondent_pkey PRIMARY KEY (consultation_id, number),
      CONSTRAINT residents_are_never_named CHECK (kind = 'organisation' OR organisation IS NULL)
    );
    COMMENT ON TABLE agreements.consultation_respondent IS
      'public: the responses counted, by number; organisations named, residents never';

    CREATE TABLE agreements.consultation_point (
      consultation_id text NOT NULL CONSTRAINT consultation_point_of REFERENCES agreements.consultation,
      number          int NOT NULL,
      said            text NOT NULL CONSTRAINT consultation_point_said CHECK (said <> ''),
      outcome         text NOT NULL CONSTRAINT consultation_point_outcome
        CHECK (outcome IN ('changed', 'changed-in-part', 'not-changed', 'for-later')),
      did             text NOT NULL CONSTRAINT consultation_point_did CHECK (did <> ''),
      link_title      text,
      link_path       text,
      responses       int[] NOT NULL,
      by_office       text NOT NULL,
      at              timestamptz NOT NULL,
      CONSTRAINT consultation_point_pkey PRIMARY KEY (consultation_id, number),
      CONSTRAINT consultation_point_link CHECK ((link_title IS NULL) = (link_path IS NULL)),
      CONSTRAINT consultation_change_shown CHECK (outcome IN ('not-changed', 'for-later') OR link_path IS NOT NULL)
    );
    COMMENT ON TABLE agreements.consultation_point IS 'public: you said, we did: what became of which responses';

    CREATE TABLE agreements.consultation_purge (
      consultation_id text CONSTRAINT consultation_purge_pkey PRIMARY KEY
        CONSTRAINT consultation_purge_of REFERENCES agreements.consultation,
      responses       int NOT NULL,
      by_office       text NOT NULL,
      at              timestamptz NOT NULL
    );
    COMMENT ON TABLE agreements.consultation_purge IS 'public: when the answers to a consultation were deleted as promised';
  `,
};
