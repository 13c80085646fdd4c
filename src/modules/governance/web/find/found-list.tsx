import { Link, Unseen } from '#platform/ui';
import { Day, onDay } from '#platform/web';
import type { Marked } from '../../domain/find/marked.ts';
import { foundKinds } from '../../queries/find/find-asked.ts';
import type { FoundLine } from '../../queries/find/find-things.ts';

type FoundListProps = Readonly<{
  lines: readonly FoundLine[];
  /** The names of bodies by their ids. */
  names: ReadonlyMap<string, string>;
  /** The stories that things are part of, by their pages. */
  threads?: ReadonlyMap<string, string>;
  visit: Parameters<typeof onDay>[1];
}>;

/** What was found: each with what stands around the words, and which council and day it is of. */
export const FoundList = ({ lines, names, threads, visit }: FoundListProps) => (
  <ol class="govuk-list accord-results">
    {lines.map(({ subject, kind, bodyId, title, excerpt, on }) => {
      const thread = threads?.get(subject);
      return (
        <li>
          <p class="accord-results__name">
            <Link href={onPage(subject, visit)}>
              <Runs runs={title} />
            </Link>
          </p>
          {excerpt.length > 0 && (
            <p class="govuk-body-s">
              <Runs runs={excerpt} />
            </p>
          )}
          <p class="accord-results__about">
            {foundKinds[kind]}, {names.get(bodyId) ?? bodyId}, <Day on={on} />
            {thread !== undefined && (
              <>
                .{' '}
                <Link href={onDay(`/meetings/issues/${encodeURIComponent(thread)}`, visit)}>
                  The history of this matter<Unseen>: {title.map(({ text }) => text).join('')}</Unseen>
                </Link>
              </>
            )}
          </p>
        </li>
      );
    })}
  </ol>
);

/** The place on a page stays at the end of the address. */
function onPage(subject: string, visit: FoundListProps['visit']): string {
  const [path = '', anchor] = subject.split('#');
  const shown = onDay(path, visit);
  return anchor === undefined ? shown : `${shown}#${anchor}`;
}

const Runs = ({ runs }: Readonly<{ runs: Marked }>) => (
  <>{runs.map(({ text, isMatch }) => (isMatch ? <mark>{text}</mark> : text))}</>
);
