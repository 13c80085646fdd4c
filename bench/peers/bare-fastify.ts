// The peer of the page benchmark: one Fastify route that returns given bytes, with nothing around it.
import { readFileSync } from 'node:fs';
import fastify from 'fastify';

const [port, file] = process.argv.slice(2);
if (port === undefined || file === undefined) throw new Error('Give a port and a file');
const bytes = readFileSync(file);
const server = fastify({ logger: false });
server.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(bytes));
await server.listen({ port: Number(port), host: '127.0.0.1' });
console.log('listening');
