import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { hurry } from './hurry.ts';

/** A server that answers once the whole form is there, and waits 50 ms for it. */
async function impatient(): Promise<number> {
  const server = createServer((asked, answer) => {
    hurry(asked, 50);
    asked.resume().on('end', () => answer.end('read'));
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const post = (port: number, send: (form: ReturnType<typeof request>) => void) =>
  new Promise<string>((resolve) => {
    const form = request({ port, method: 'POST', agent: false }, (answer) => {
      answer.on('data', (bytes: Buffer) => resolve(bytes.toString()));
    });
    form.on('error', () => resolve('ended'));
    send(form);
  });

test('a form that stops halfway is not waited for, and one that arrives is read', async () => {
  const port = await impatient();
  expect(await post(port, (form) => form.write('name='))).toBe('ended');
  expect(await post(port, (form) => form.end('name=x'))).toBe('read');
});
