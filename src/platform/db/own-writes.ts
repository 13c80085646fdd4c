/**
 * The SQL by which everybody reads a public table, and a body writes no row but its own: the one named in one of its columns. What
 * is done for no body at all, like the loading of an example, writes for each. For a migration:
 *
 *     up: `CREATE TABLE register.notice (body_id text NOT NULL, …); ${ownWrites('register.notice')}`
 *
 * What this writes is part of the checksum of steps already applied: it must never change. Write another beside it.
 */
export function ownWrites(table: string, bodyColumn = 'body_id'): string {
  const own = `coalesce(nullif(current_setting('accord.body', true), ''), ${bodyColumn}::text) = ${bodyColumn}::text`;
  return `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY everybody_reads ON ${table} FOR SELECT USING (true);
CREATE POLICY own_body_adds ON ${table} FOR INSERT WITH CHECK (${own});
CREATE POLICY own_body_changes ON ${table} FOR UPDATE USING (${own}) WITH CHECK (${own});
CREATE POLICY own_body_removes ON ${table} FOR DELETE USING (${own});`;
}
