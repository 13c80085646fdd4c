import { sql as raw } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { makeFolder } from './embedded/accord-processes.testing.ts';
import { appUrlFor, type Embedded, openDatabase, startEmbedded, withClient } from './index.ts';

/** A PostgreSQL of somebody else's, given by its address. Its roles are changed here, so it is nobody else's either. */
describe('a database given by its address', () => {
  const { folder, remove } = makeFolder();
  let server: Embedded;
  beforeAll(async () => {
    server = await startEmbedded({ dataFolder: folder });
  });
  afterAll(async () => {
    await server.stop();
    remove();
  });

  const asSuperuser = (...statements: readonly string[]) =>
    withClient(server.superuserUrl, async (client) => {
      for (const statement of statements) await client.query(statement);
    });
  const address = (user: string, password: string, database = 'county') => {
    const url = new URL(server.superuserUrl);
    Object.assign(url, { username: user, password, pathname: `/${database}` });
    return url.toString();
  };
  const opening = (url: string, appUrl?: string) =>
    openDatabase({ url, appUrl, dataFolder: '/nowhere', modules: [] });
  const roleOf = async (url: string, appUrl?: string) => {
    const database = await opening(url, appUrl);
    const { rows } = await raw<{ role: string }>`SELECT current_user AS role`.execute(database.tables());
    await database.close();
    return rows[0]?.role;
  };

  beforeAll(() =>
    asSuperuser(
      `DROP OWNED BY accord_app`,
      `DROP ROLE accord_app`,
      `CREATE ROLE county LOGIN CREATEROLE PASSWORD 'p/w d%'`,
      `CREATE DATABASE county OWNER county`,
    ),
  );
  const owner = () => address('county', encodeURIComponent('p/w d%'));
  afterEach(() =>
    asSuperuser(`ALTER ROLE accord_app LOGIN NOSUPERUSER NOBYPASSRLS`, `ALTER ROLE county CREATEROLE`),
  );

  test('gets an application role from its owner, who may also be given another password later', async () => {
    expect(await roleOf(owner())).toBe('accord_app');
    expect(await roleOf(owner())).toBe('accord_app');
    await asSuperuser(`ALTER ROLE county PASSWORD 'changed'`);
    expect(await roleOf(address('county', 'changed'))).toBe('accord_app');
    await asSuperuser(`ALTER ROLE county PASSWORD 'p/w d%'`);
    expect(await roleOf(owner())).toBe('accord_app');
  });

  test('may be given with an application role of the operator’s making', async () => {
    await asSuperuser(`ALTER ROLE accord_app PASSWORD 'made'`, 'ALTER ROLE county NOCREATEROLE');
    expect(await roleOf(owner(), address('accord_app', 'made'))).toBe('accord_app');
    await expect(opening(owner(), address('accord_app', 'wrong'))).rejects.toThrow(
      'The database does not accept the password for accord_app in DATABASE_APP_URL. Correct it',
    );
    await expect(opening(owner(), address('somebody', 'made'))).rejects.toThrow(
      'DATABASE_APP_URL has to sign in as accord_app, the role that everything is granted to, and not as "somebody".',
    );
    await expect(opening(owner())).rejects.toThrow(
      'The owner in DATABASE_URL may not make the role accord_app, which Accord works as. Either let it (ALTER ROLE … CREATEROLE)',
    );
  });

  test.each([
    [
      'SUPERUSER',
      "The role accord_app is a superuser, so one council's private rows could be read by another.",
    ],
    [
      'BYPASSRLS',
      "The role accord_app has BYPASSRLS, so one council's private rows could be read by another.",
    ],
  ])('whose application role has %s is refused', async (power, sentence) => {
    await opening(owner()).then((database) => database.close());
    await asSuperuser(`ALTER ROLE accord_app ${power}`);
    await expect(opening(owner())).rejects.toThrow(sentence);
  });

  test('whose application role owns a table is refused', async () => {
    await opening(owner()).then((database) => database.close());
    await withClient(address('postgres', new URL(server.superuserUrl).password), async (client) => {
      await client.query('CREATE TABLE public.mine (id int)');
      await client.query('ALTER TABLE public.mine OWNER TO accord_app');
      await expect(opening(owner())).rejects.toThrow(
        'The role accord_app owns the database or something in it, so one council',
      );
      await client.query('DROP TABLE public.mine');
    });
  });

  test('whose owner has no password in the address is refused: what would follow from it, anyone could guess', async () => {
    await expect(appUrlFor(address('county', ''), undefined)).rejects.toThrow(
      'DATABASE_URL has no password, from which the one of the role accord_app would follow.',
    );
  });

  test('that stores text in another encoding is refused', async () => {
    await asSuperuser(
      `CREATE DATABASE latin OWNER county ENCODING 'LATIN1' LOCALE 'C' LOCALE_PROVIDER libc TEMPLATE template0`,
    );
    await expect(opening(address('county', encodeURIComponent('p/w d%'), 'latin'))).rejects.toThrow(
      'The database "latin" stores text as LATIN1, which cannot hold every name.',
    );
  });

  test('that does not answer is refused with the way to look', async () => {
    await expect(opening('postgres://county:secret@127.0.0.1:1/county')).rejects.toThrow(
      /^The database in DATABASE_URL \(127\.0\.0\.1:1\) cannot be used: .*Check that it runs and that the address, user and password are right\.$/,
    );
  });
});

test('a server with fsync off is refused', async () => {
  const { folder, remove } = makeFolder();
  const server = await startEmbedded({ dataFolder: folder, options: { fsync: 'off' } });
  await expect(openDatabase({ url: server.ownerUrl, dataFolder: '/nowhere', modules: [] })).rejects.toThrow(
    'The database server runs with fsync off, so a power cut could lose what people were told is saved. Set fsync = on in its postgresql.conf and restart it.',
  );
  await server.stop();
  remove();
});
