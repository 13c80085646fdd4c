import { Client } from 'pg';
import { type Head, type HeadState, headState, type RecordHead } from './head.ts';
import { headChannel } from './store/append.ts';

export type RecordHeadSettings = Readonly<{
  /** The application role's connection. */
  url: string;
  /** Hears of lost connections and of listeners that failed. */
  onError(error: unknown): void;
  /** How often the connection is tried when nothing is heard, in milliseconds. */
  heartbeatMs?: number;
}>;

const longestPauseMs = 2000;

/**
 * Follows the record on a connection of its own, which finds its way back when it breaks. Until then, and while it is
 * silent, `current()` is undefined. Resolves once the head is known.
 */
export async function openRecordHead(settings: RecordHeadSettings): Promise<RecordHead> {
  const state = headState(settings.onError);
  let closed = false;
  let stop: () => Promise<void> = await follow(settings, state, reconnect);

  function reconnect(error: unknown): void {
    if (closed) return;
    settings.onError(error);
    void tryAgain(50);
  }
  async function tryAgain(pauseMs: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, pauseMs).unref());
    if (closed) return;
    try {
      stop = await follow(settings, state, reconnect);
      if (closed) await stop();
    } catch {
      void tryAgain(Math.min(pauseMs * 2, longestPauseMs));
    }
  }

  return {
    ...state,
    async close() {
      closed = true;
      await stop();
    },
  };
}

/** One connection's life: listens, learns the head, and says once when it has broken. */
async function follow(
  { url, heartbeatMs = 10_000 }: RecordHeadSettings,
  state: HeadState,
  onBroken: (error: unknown) => void,
): Promise<() => Promise<void>> {
  const client = new Client({
    connectionString: url,
    keepAlive: true,
    query_timeout: heartbeatMs,
    connectionTimeoutMillis: heartbeatMs,
    application_name: 'accord record head',
  });
  let ended = false;
  // Until it follows, whoever called is told by the throw, and tries again; after that, by `onBroken`. Never by both.
  let follows = false;
  let heartbeat: NodeJS.Timeout | undefined;
  function end(error?: unknown): void {
    if (ended) return;
    ended = true;
    clearInterval(heartbeat);
    state.lost();
    if (follows && error !== undefined) onBroken(error);
  }
  client.on('error', end);
  client.on('end', () => end(new Error('The connection that follows the record ended')));
  client.on('notification', ({ payload }) => {
    const [size, root] = (payload ?? '').split(' ');
    if (!ended && size !== undefined && root !== undefined) state.heard({ size: Number(size), root });
  });

  try {
    await client.connect();
    // Listening first: what is committed between the two is then heard, and what came before is read.
    await client.query(`LISTEN ${headChannel}`);
    const head = await readHead(client);
    if (ended) throw new Error('The connection that follows the record ended as it began');
    follows = true;
    state.listening(head);
  } catch (error) {
    end();
    await client.end().catch(() => undefined);
    throw error;
  }
  heartbeat = setInterval(() => {
    readHead(client).then(state.heard, (error: unknown) => {
      end(error);
      void client.end().catch(() => undefined);
    });
  }, heartbeatMs).unref();
  return async () => {
    end();
    await client.end().catch(() => undefined);
  };
}

async function readHead(client: Client): Promise<Head> {
  const { rows } = await client.query<{ size: string; root: string }>('SELECT size, root FROM record.head');
  const [row] = rows;
  if (row === undefined) throw new Error('The record has no head: its tables were not migrated');
  return { size: Number(row.size), root: row.root };
}
