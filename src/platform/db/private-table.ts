/**
 * The SQL that makes a table private to the body named in one of its columns: it declares what it holds, and only
 * that body sees or writes a row. For a migration:
 *
 *     up: `CREATE TABLE register.draft (body_id text NOT NULL, …); ${privateTable('register.draft', 'unsent drafts')}`
 *
 * What this writes is part of the checksum of steps already applied: it must never change. Write another beside it.
 */
export function privateTable(table: string, holds: string, bodyColumn = 'body_id'): string {
  return `
COMMENT ON TABLE ${table} IS 'private: ${holds.replaceAll("'", "''")}';
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY own_body ON ${table}
  USING (${bodyColumn}::text = nullif(current_setting('accord.body', true), ''));`;
}
