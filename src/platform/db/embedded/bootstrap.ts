import { appRole } from '../app-role.ts';
import { derivedPassword } from '../passwords.ts';
import { withClient } from '../with-client.ts';

const ownerRole = 'accord_owner';
const database = 'accord';

/** Makes Accord's two roles and its database where they are missing, and answers the owner's address. */
export async function bootstrap(port: number, password: string): Promise<string> {
  const address = (role: string, secret: string, name: string) =>
    `postgres://${role}:${secret}@127.0.0.1:${port}/${name}`;
  const ownerPassword = derivedPassword(password, ownerRole);
  await withClient(address('postgres', password, 'postgres'), async (client) => {
    const { rows } = await client.query<{ name: string }>(
      'SELECT rolname AS name FROM pg_roles UNION ALL SELECT datname FROM pg_database',
    );
    const there = new Set(rows.map(({ name }) => name));
    for (const [role, secret] of [
      [ownerRole, ownerPassword],
      [appRole, derivedPassword(ownerPassword, appRole)],
    ] as const)
      if (!there.has(role)) await client.query(`CREATE ROLE ${role} LOGIN PASSWORD '${secret}'`);
    if (!there.has(database)) await client.query(`CREATE DATABASE ${database} OWNER ${ownerRole}`);
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${appRole}`);
  });
  return address(ownerRole, ownerPassword, database);
}
