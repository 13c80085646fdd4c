import { sql as raw } from 'kysely';
import type { Sql } from './database.ts';
import { appRole } from './app-role.ts';

/**
 * Reads the catalogue and says, one sentence each, what would let a body's private rows be seen by another, or leaves
 * open whether a table is private at all. Nothing to say: every table declares itself with
 * `COMMENT ON TABLE … IS 'public: …'` or `'private: …'`, private ones are held by row-level security, and nothing
 * gets round it.
 *
 * `trustedFunctions` are the reviewed functions that run as their owner (`SECURITY DEFINER`), as `schema.name`.
 */
export async function tableFaults(
  sql: Sql,
  trustedFunctions: readonly string[] = [],
): Promise<readonly string[]> {
  const [tables, views, functions, role, schemas] = [
    await ask<Table>(sql, tablesQuery),
    await ask<View>(sql, viewsQuery),
    await ask<Named>(sql, functionsQuery),
    await ask<Named>(sql, roleQuery),
    await ask<Named>(sql, schemasQuery),
  ];
  return [
    ...(tables.length === 0 ? ['No table was found at all, so nothing has been checked.'] : []),
    ...tables.flatMap(tableFault),
    ...views.flatMap(viewFault),
    ...functions
      .filter(({ name }) => !trustedFunctions.includes(name))
      .map(
        ({ name }) =>
          `The function ${name} runs with its owner's rights (SECURITY DEFINER) and is not on the list of reviewed ones.`,
      ),
    ...role.map(({ name }) => `The role ${appRole} ${name}.`),
    ...schemas.map(({ name }) => `The role ${appRole} may create tables in the schema ${name}.`),
  ];
}

type Named = Readonly<{ name: string }>;
type Table = Named &
  Readonly<{
    says: string;
    secured: boolean;
    forced: boolean;
    policies: number;
    /** Whether a policy `everybody_reads` lets everybody read all of it, and nothing else. */
    open: boolean;
    blind: readonly string[];
  }>;
type View = Named & Readonly<{ materialised: boolean; as_reader: boolean }>;

function tableFault({ name, says, secured, forced, policies, open, blind }: Table): readonly string[] {
  if (/^public: ./.test(says)) return publicFault({ name, secured, forced, open, blind });
  if (!/^private: ./.test(says))
    return [
      `The table ${name} does not say whether it is public or private. Add COMMENT ON TABLE ${name} IS 'public: …' or 'private: …'.`,
    ];
  return [
    ...(secured ? [] : [`The private table ${name} lacks ENABLE ROW LEVEL SECURITY.`]),
    ...(forced
      ? []
      : [`The private table ${name} lacks FORCE ROW LEVEL SECURITY, so its owner sees every row.`]),
    ...(policies > 0 ? [] : [`The private table ${name} has no policy that says who may see its rows.`]),
    ...blind.map(
      (policy) =>
        `The policy ${policy} of ${name} asks for neither accord.body nor accord.purpose, so it lets anyone in.`,
    ),
  ];
}

/** A public table has no row-level security, or one that lets everybody read and each body write its own. */
function publicFault({
  name,
  secured,
  forced,
  open,
  blind,
}: Omit<Table, 'says' | 'policies'>): readonly string[] {
  if (!open)
    return secured ? [`The table ${name} is declared public, yet has row-level security. Which is it?`] : [];
  return [
    ...(secured && forced
      ? []
      : [`The public table ${name} has policies that are not forced, so they hold nobody.`]),
    ...blind
      .filter((policy) => policy !== 'everybody_reads')
      .map(
        (policy) =>
          `The policy ${policy} of ${name} asks for neither accord.body nor accord.purpose, so it lets anyone in.`,
      ),
  ];
}

function viewFault({ name, materialised, as_reader }: View): readonly string[] {
  if (materialised)
    return [`The materialised view ${name} keeps a copy that row-level security does not reach.`];
  return as_reader
    ? []
    : [`The view ${name} reads with its owner's rights. Add WITH (security_invoker = true).`];
}

const ask = async <Row>(sql: Sql, query: string): Promise<readonly Row[]> =>
  (await raw.raw<Row>(query).execute(sql.tables<unknown>())).rows;

/** Schemas that are not PostgreSQL's own. */
const ours = `n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'`;

/**
 * A policy is blind when one of its permissive conditions does not depend on who is asking. One alone may be: a policy
 * `made_public`, for reading only, that asks for the moment at which the row itself was published.
 */
const tablesQuery = `
  SELECT n.nspname || '.' || c.relname AS name, coalesce(obj_description(c.oid, 'pg_class'), '') AS says,
    c.relrowsecurity AS secured, c.relforcerowsecurity AS forced,
    (SELECT count(*)::int FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive) AS policies,
    EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'everybody_reads' AND p.polcmd = 'r'
      AND pg_get_expr(p.polqual, c.oid) = 'true') AS open,
    ARRAY(SELECT p.polname::text FROM pg_policy p,
        unnest(ARRAY[pg_get_expr(p.polqual, c.oid), pg_get_expr(p.polwithcheck, c.oid)]) AS condition
      WHERE p.polrelid = c.oid AND p.polpermissive AND condition !~ 'accord\\.(body|purpose)'
        AND NOT (p.polname = 'made_public' AND p.polcmd = 'r' AND condition ~ '(public|published)_at IS NOT NULL')
      GROUP BY p.polname ORDER BY p.polname) AS blind
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'f') AND ${ours} ORDER BY 1`;

const viewsQuery = `
  SELECT n.nspname || '.' || c.relname AS name, c.relkind = 'm' AS materialised,
    coalesce(c.reloptions && ARRAY['security_invoker=true', 'security_invoker=on', 'security_invoker=1'], false)
      AS as_reader
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('v', 'm') AND ${ours} ORDER BY 1`;

const functionsQuery = `
  SELECT n.nspname || '.' || p.proname AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE p.prosecdef AND ${ours} ORDER BY 1`;

const roleQuery = `
  SELECT fault AS name FROM pg_roles r, LATERAL (VALUES
    (r.rolsuper, 'is a superuser'),
    (r.rolbypassrls, 'gets round row-level security (BYPASSRLS)'),
    (EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid), 'owns a table'),
    (EXISTS (SELECT FROM pg_namespace n WHERE n.nspowner = r.oid), 'owns a schema'),
    (EXISTS (SELECT FROM pg_auth_members m WHERE m.member = r.oid), 'has the rights of another role')
  ) AS check_of(wrong, fault) WHERE r.rolname = '${appRole}' AND wrong`;

const schemasQuery = `
  SELECT n.nspname AS name FROM pg_namespace n
  WHERE ${ours} AND has_schema_privilege('${appRole}', n.oid, 'CREATE') ORDER BY 1`;
