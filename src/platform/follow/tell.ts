import type { Sql } from '#platform/db';
import type { AboutKind, Followed } from '#platform/kernel';
import type { MailAddress } from '#platform/mail';
import type { EntryWithAbout } from '#platform/record';
import { sql as raw } from 'kysely';
import type { Cadence } from './cadence.ts';
import type { News } from './letters/news-letter.ts';
import { namesOrIds } from './names.ts';
import type { FollowServices } from './services.ts';
import type { FollowTables } from './tables.ts';

/** What one address is to be told, and which of its followings that comes from. */
export type Told = News & Readonly<{ followings: readonly string[] }>;

/** So many acts are told in full; an import of thousands is one letter that says how many there were. */
const toldInFull = 30;

type Match = Readonly<{
  email: MailAddress;
  seq: bigint;
  following: string;
  kind: AboutKind;
  about: string;
  cadence: Cadence;
}>;

/**
 * Who is to be told of these entries at this cadence: each entry to each address once, however many of the things it
 * follows the entry is about. What an address hears straight away it does not hear again in its daily letter.
 */
export async function whoIsTold(
  services: Pick<FollowServices, 'nameOf'>,
  sql: Sql,
  entries: readonly EntryWithAbout[],
  cadence: Cadence,
): Promise<readonly Told[]> {
  const matches = await matchesOf(sql, entries);
  const atOnce = new Set(
    matches.filter((match) => match.cadence === 'at-once').map(({ email, seq }) => `${seq} ${email}`),
  );
  const mine = matches.filter(
    (match) =>
      match.cadence === cadence && (cadence === 'at-once' || !atOnce.has(`${match.seq} ${match.email}`)),
  );
  const names = await namesIn(services, sql, mine);
  const bySeq = new Map(entries.map(({ entry }) => [entry.seq, entry]));
  return [...groupBy(mine, ({ email }) => email)].map(([to, theirs]) => {
    const seqs = [...new Set(theirs.map(({ seq }) => Number(seq)))];
    return {
      to,
      count: seqs.length,
      entries: seqs.slice(-toldInFull).flatMap((seq) => bySeq.get(seq) ?? []),
      because: [...new Set(theirs.map((match) => names.get(keyOf(match)) ?? match.about))],
      followings: [...new Set(theirs.map(({ following }) => following))],
    };
  });
}

/** The link in a daily letter ends all daily letters to its address, not only what had news today. */
export async function endingAllDaily(sql: Sql, told: readonly Told[]): Promise<readonly Told[]> {
  if (told.length === 0) return [];
  const { rows } = await raw<Readonly<{ email: MailAddress; followings: readonly string[] }>>`
    select email, array_agg(id::text) as followings from follow.following
    where cadence = 'daily' and email = any(${told.map(({ to }) => to)}::text[]) group by email
  `.execute(sql.tables<FollowTables>());
  const all = new Map(rows.map(({ email, followings }) => [email, followings]));
  return told.map((news) => ({ ...news, followings: all.get(news.to) ?? news.followings }));
}

/** Every following that each entry is about and came after, oldest entry first. */
async function matchesOf(sql: Sql, entries: readonly EntryWithAbout[]): Promise<readonly Match[]> {
  const abouts = entries.flatMap(({ entry, about }) =>
    about.map(({ kind, id }) => ({ kind, id, seq: entry.seq })),
  );
  if (abouts.length === 0) return [];
  const { rows } = await raw<Match>`
    select following.email, entry.seq, following.id as following, following.kind, following.about, following.cadence
    from unnest(
      ${abouts.map(({ kind }) => kind)}::text[], ${abouts.map(({ id }) => id)}::text[],
      ${abouts.map(({ seq }) => seq)}::bigint[]) as entry (kind, id, seq)
    join follow.following on following.kind = entry.kind and following.about = entry.id and following.since <= entry.seq
    order by entry.seq, following.email, following.kind, following.about
  `.execute(sql.tables<FollowTables>());
  return rows;
}

async function namesIn(
  services: Pick<FollowServices, 'nameOf'>,
  sql: Sql,
  matches: readonly Match[],
): Promise<ReadonlyMap<string, string>> {
  const followed = new Map<string, Followed>(
    matches.map((match) => [keyOf(match), { kind: match.kind, id: match.about }]),
  );
  const named = await namesOrIds(services, sql, [...followed.values()]);
  return new Map(named.map(({ kind, id, name }) => [`${kind} ${id}`, name]));
}

const keyOf = ({ kind, about }: Match): string => `${kind} ${about}`;

function groupBy<Item, Key>(
  items: readonly Item[],
  keyOfItem: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOfItem(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
