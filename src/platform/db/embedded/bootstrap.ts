import { Client } from 'pg';
import { derivedPassword } from '../passwords.ts';
import { appRole } from '../roles.ts';

const ownerRole = 'accord_owner';
const database = 'accord';

/** Makes Accord's two roles and its database where they are missing, and answers the owner's address. */
export async function bootstrap(port: number, password: string): Promise<string> {
  const address = (role: string, secret: string, name: string) =>
    `postgres://${role}:${secret}@127.0.0.1:${port}/${name}`;
  const ownerPassword = derivedPassword(password, ownerRole);
  const client = new Client({ connectionString: address('postgres', password, 'postgres') });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      'SELECT rolname AS name FROM pg_roles UNION ALL SELECT datname FROM pg_database',
    );
    const there = new Set(rows.map(({ name }) => name));
    for (const [role, secret] of [
      [ownerRole, ownerPassword],
      [appRole, derivedPassword(ownerPassword, appRole)],
    ] as const)
      if (!there.has(role)) await client.query(`CREATE ROLE ${role} LOGIN PASSWORD '${secret}'`);
    if (!there.has(database)) {
      await client.query(`CREATE DATABASE ${database} OWNER ${ownerRole}`);
    }
  } finally {
    await client.end();
  }
  return address(ownerRole, ownerPassword, database);
}
