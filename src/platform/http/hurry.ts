import type { IncomingMessage } from 'node:http';

/** Ends a request whose body has not arrived in time. */
export function hurry(request: IncomingMessage, patienceMs: number): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const timer = setTimeout(() => {
    if (!request.complete) request.destroy();
  }, patienceMs);
  request.once('close', () => clearTimeout(timer));
}
