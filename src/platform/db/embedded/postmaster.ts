import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CannotOpenDatabase } from '../errors.ts';
import type { Home } from './home.ts';
import { runAs } from './initialise.ts';
import type { LogFile } from './log-file.ts';
import { readPostmasterFile } from './postmaster-file.ts';

/** Anything of postgresql.conf, over what Accord sets. */
export type PostgresOptions = Readonly<Record<string, string>>;

const longestRecoveryMs = 120_000;

/** Small enough for a laptop, and nothing that trades away a committed act: fsync and full_page_writes stay on. */
const defaults: PostgresOptions = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '40',
  shared_buffers: '64MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  io_method: 'sync',
  max_wal_size: '512MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  datestyle: 'ISO, YMD',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  // What people entered stays out of the log.
  log_parameter_max_length_on_error: '0',
  log_min_error_statement: 'panic',
};

/** Starts PostgreSQL and waits until it answers, through crash recovery if need be. */
export async function startPostmaster(
  { account, binaries, cluster }: Home,
  log: LogFile,
  port: number,
  options: PostgresOptions,
): Promise<ChildProcess> {
  const settings = Object.entries({ ...defaults, ...options, port: String(port) });
  const output = log.open();
  // A process group of its own: Ctrl-C is for Accord, which then ends PostgreSQL in good order.
  const child = spawn(
    join(binaries.folder, 'bin', 'postgres'),
    ['-D', cluster, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...runAs(account), cwd: cluster, detached: true, stdio: ['ignore', output, output] },
  );
  closeSync(output);
  let failure: string | undefined;
  child.once('error', (error) => (failure = error.message));
  child.once('exit', (code, signal) => (failure = `it ended with ${signal ?? code}`));

  const until = Date.now() + longestRecoveryMs;
  for (;;) {
    if (failure !== undefined)
      throw new CannotOpenDatabase(
        `PostgreSQL did not start: ${failure}. The end of its log, ${log.path}:\n${log.end(8)}`,
      );
    const file = readPostmasterFile(cluster);
    if (file?.pid === child.pid && file?.ready === true) return child;
    if (Date.now() > until) {
      child.kill('SIGQUIT');
      throw new CannotOpenDatabase(
        `PostgreSQL did not become ready in ${longestRecoveryMs / 1000} seconds. The end of its log, ${log.path}:\n${log.end(8)}`,
      );
    }
    await wait(10);
  }
}
