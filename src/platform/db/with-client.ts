import { Client } from 'pg';
import { accordTypes } from './type-parsers.ts';

/** One connection for a short errand; its loss is the error of what was asked last. */
export async function withClient<Answer>(
  url: string,
  errand: (client: Client) => Promise<Answer>,
): Promise<Answer> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'accord',
    types: accordTypes,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await errand(client);
  } finally {
    await client.end();
  }
}
