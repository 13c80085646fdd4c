import { type IncomingHttpHeaders, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IdentityServices } from '#platform/identity';
import { createServer } from './server.ts';
import type { ServerParts } from './server-parts.ts';

/** A server on a port of its own, asked over real connections. Nobody is signed in, so identity is never asked. */
export async function openTestServer(
  parts: Pick<ServerParts, 'routes' | 'clock' | 'version' | 'health' | 'log'>,
) {
  const server = await createServer({
    ...parts,
    identity: {} as IdentityServices,
    render: (content, { csrf }) => `<title>${content.title}</title><i>${csrf ?? ''}</i>`,
    assets: import.meta.dirname,
    address: 'http://localhost:3000',
    proxies: 0,
    uploadBytes: 1024 * 1024,
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.server.address() as AddressInfo;

  return {
    waits: server.server,
    close: () => server.close(),
    /** Asked byte for byte as it comes: the cache stands in front of the router. */
    send(
      method: string,
      path: string,
      headers: Readonly<Record<string, string>> = {},
      payload: string | Uint8Array = '',
    ): Promise<Received> {
      return new Promise((resolve, reject) => {
        const options = { port, host: '127.0.0.1', method, path, headers, agent: false };
        const asked = ask(options, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            const { statusCode = 0, headers: received } = response;
            const bytes = Buffer.concat(chunks);
            resolve({ statusCode, headers: received, bytes, body: bytes.toString() });
          });
        });
        asked.on('error', reject);
        asked.end(payload);
      });
    },
  };
}

export type TestServer = Awaited<ReturnType<typeof openTestServer>>;
export type Received = Readonly<{
  statusCode: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  body: string;
}>;
