import type { Answers, FieldErrors } from '#platform/http';
import { ok, refuse, type Result } from '#platform/kernel';
import { versionSeen } from '#platform/web';
import type { AskedVersion } from '../../../actions/publish-notice.ts';
import type { NoticeVersion } from '../../../domain/notice/notice.ts';
import { readAccess } from './read/read-access.ts';
import { readChange } from './read/read-change.ts';
import { readKey } from './read/read-key.ts';
import { readMaker } from './read/read-maker.ts';
import { readMatter } from './read/read-matter.ts';
import { readNoticeGiven } from './read/read-notice-given.ts';
import { readPapers } from './read/read-papers.ts';
import type { SectionId } from './sections.ts';

/** Everything that is wrong with one part of a draft, by field; nothing where the part can be read. */
export function faultsIn(id: SectionId, answers: Answers): FieldErrors {
  const read = readers[id](answers);
  return read.ok ? {} : read.error;
}

const isKey = (answers: Answers): boolean => answers['isKey'] === 'yes';

const readers: Readonly<Record<SectionId, (answers: Answers) => Result<unknown, FieldErrors>>> = {
  change: readChange,
  matter: readMatter,
  maker: readMaker,
  key: readKey,
  papers: readPapers,
  access: readAccess,
  notice: (answers) => readNoticeGiven(answers, isKey(answers)),
};

/** Reads a whole draft: what it asks to publish, or everything that is wrong, by field. `latest` is what it changes. */
export function readNotice(
  answers: Answers,
  latest: NoticeVersion | undefined,
): Result<AskedVersion, FieldErrors> {
  const changed = latest === undefined ? ok(first) : readChange(answers);
  const seen = latest === undefined ? 0 : versionSeen(answers['seen']);
  if (latest !== undefined && changed.ok && changed.value.change === 'withdrawn')
    return ok({ ...changed.value, ...publishedHere, content: latest.content, seen });
  const parts = {
    matter: readMatter(answers),
    maker: readMaker(answers),
    key: readKey(answers),
    papers: readPapers(answers),
    access: readAccess(answers),
    notice: readNoticeGiven(answers, isKey(answers)),
  };
  const { matter, maker, key, papers, access, notice } = parts;
  if (!changed.ok || !matter.ok || !maker.ok || !key.ok || !papers.ok || !access.ok || !notice.ok)
    return refuse(
      Object.assign({}, ...[changed, ...Object.values(parts)].map((part) => (part.ok ? {} : part.error))),
    );
  const { publishedOn, publishedElsewhere, externalReference, ...given } = notice.value;
  return ok({
    ...changed.value,
    publishedOn,
    publishedElsewhere,
    externalReference,
    seen,
    content: {
      ...matter.value,
      ...maker.value,
      ...key.value,
      ...papers.value,
      ...access.value,
      ...given,
    },
  });
}

const first = { change: 'first', reason: '', countsAnew: true } as const;
const publishedHere = { publishedOn: undefined, publishedElsewhere: '', externalReference: undefined };
