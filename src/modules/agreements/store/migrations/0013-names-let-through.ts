import type { Migration } from '#platform/db';

export const namesLetThrough: Migration = {
  name: '0013-names-let-through',
  up: `
    -- Anybody can answer under any name: one is read where an officer let it be, among the published texts, and nowhere else.
    ALTER TABLE agreements.consultation_respondent DROP COLUMN organisation;
    COMMENT ON TABLE agreements.consultation_respondent IS
      'public: the responses counted, by number; names are among the published texts';
    COMMENT ON TABLE agreements.published_text IS
      'public: the free texts of answers that an officer let be read; question 0 is the name of an organisation';
  `,
};
