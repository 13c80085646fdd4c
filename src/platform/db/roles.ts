import { DatabaseError } from 'pg';
import { appRole } from './app-role.ts';
import { CannotOpenDatabase } from './errors.ts';
import { withClient } from './with-client.ts';
import { derivedPassword } from './passwords.ts';

/**
 * Answers the application role's address beside the owner's, making the role where it is missing. Throws
 * `CannotOpenDatabase` when the owner may not make it, or when the role could get round row-level security.
 */
export async function appUrlFor(ownerUrl: string, givenAppUrl: string | undefined): Promise<string> {
  const address = new URL(givenAppUrl ?? ownerUrl);
  if (givenAppUrl === undefined) {
    if (address.password === '')
      throw new CannotOpenDatabase(
        `DATABASE_URL has no password, from which the one of the role ${appRole} would follow. Put the owner's password into it, or make the role yourself (CREATE ROLE ${appRole} LOGIN PASSWORD '…') and give its connection as DATABASE_APP_URL.`,
      );
    address.username = appRole;
    address.password = derivedPassword(decodeURIComponent(address.password), appRole);
  } else if (decodeURIComponent(address.username) !== appRole) {
    throw new CannotOpenDatabase(
      `DATABASE_APP_URL has to sign in as ${appRole}, the role that everything is granted to, and not as "${decodeURIComponent(address.username)}".`,
    );
  }

  const appUrl = address.toString();
  if (!(await canSignIn(appUrl))) {
    if (givenAppUrl !== undefined)
      throw new CannotOpenDatabase(
        `The database does not accept the password for ${appRole} in DATABASE_APP_URL. Correct it, or leave DATABASE_APP_URL out and let the owner make the role.`,
      );
    await makeAppRole(ownerUrl, address.password);
  }
  await checkAppRole(appUrl);
  return appUrl;
}

const rejected = new Set(['28P01', '28000']);

async function canSignIn(url: string): Promise<boolean> {
  try {
    await withClient(url, () => Promise.resolve());
    return true;
  } catch (error) {
    if (error instanceof DatabaseError && rejected.has(error.code ?? '')) return false;
    throw error;
  }
}

async function makeAppRole(ownerUrl: string, password: string): Promise<void> {
  try {
    await withClient(ownerUrl, async (client) => {
      // Two may be starting at once: the second finds the role made, with the same password.
      await client.query('SELECT pg_advisory_lock(hashtext($1))', [appRole]);
      const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [appRole]);
      const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
      await client.query(`${verb} ROLE ${appRole} LOGIN PASSWORD '${password}'`);
    });
  } catch (error) {
    throw new CannotOpenDatabase(
      `The owner in DATABASE_URL may not make the role ${appRole}, which Accord works as. Either let it (ALTER ROLE … CREATEROLE), or make the role yourself (CREATE ROLE ${appRole} LOGIN PASSWORD '…') and give its connection as DATABASE_APP_URL.`,
      { cause: error },
    );
  }
}

type Powers = Readonly<{
  superuser: boolean;
  bypass: boolean;
  database_owner: boolean;
  owns: boolean;
  owner_member: boolean;
}>;

async function checkAppRole(appUrl: string): Promise<void> {
  const powers = await withClient(appUrl, async (client) => {
    const { rows } = await client.query<Powers>(`
      SELECT rolsuper AS superuser, rolbypassrls AS bypass,
        EXISTS (SELECT FROM pg_database WHERE datname = current_database() AND pg_has_role(datdba, 'MEMBER')) AS database_owner,
        EXISTS (SELECT FROM pg_class WHERE relowner = pg_roles.oid) OR
          EXISTS (SELECT FROM pg_namespace WHERE nspowner = pg_roles.oid) AS owns,
        EXISTS (SELECT FROM pg_namespace WHERE nspname = 'platform' AND pg_has_role(nspowner, 'MEMBER')) AS owner_member
      FROM pg_roles WHERE rolname = current_user`);
    return rows[0];
  });
  const wrong =
    powers?.superuser === true
      ? 'is a superuser'
      : powers?.bypass === true
        ? 'has BYPASSRLS'
        : powers?.owns === true || powers?.database_owner === true || powers?.owner_member === true
          ? 'owns the database or something in it'
          : undefined;
  if (wrong !== undefined)
    throw new CannotOpenDatabase(
      `The role ${appRole} ${wrong}, so one council's private rows could be read by another. Make it an ordinary role (ALTER ROLE ${appRole} NOSUPERUSER NOBYPASSRLS; REASSIGN OWNED BY ${appRole} TO the owner).`,
    );
}
