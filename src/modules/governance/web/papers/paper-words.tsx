import { fileKinds } from '#platform/files';
import { formatBytes, plural } from '#platform/kernel';
import { Day } from '#platform/web';
import { type Paper, type PaperFile, type PaperKind, paperKinds } from '../../domain/papers/paper.ts';
import { sayParagraph } from '../../domain/schedule-12a.ts';

/** `PDF, 34 KB, 12 pages`. */
export function fileInWords({ mediaType, byteCount, pages }: PaperFile): string {
  const kind = Object.values(fileKinds).find((each) => each.mediaType === mediaType)?.says ?? mediaType;
  const parts = [kind, formatBytes(byteCount), ...(pages === undefined ? [] : [plural(pages, 'page')])];
  return parts.join(', ');
}

/** A kind of paper by its name, or the words somebody gave. */
export const roleInWords = (role: string): string =>
  Object.hasOwn(paperKinds, role) ? paperKinds[role as PaperKind] : role;

type RestrictionProps = Readonly<{ paper: Paper; isReadable: boolean }>;

/** Why a paper cannot be read, what may be known of it, and from when it can. Nothing for one that anyone may read. */
export function Restriction({ paper, isReadable }: RestrictionProps) {
  if (isReadable) return null;
  if (paper.access === 'confidential')
    return (
      <>
        <p class="govuk-body-s">
          Confidential: it may not be disclosed to the public (Local Government Act 1972, section 100A(3)).
        </p>
        <Summary paper={paper} />
      </>
    );
  return (
    <>
      <p class="govuk-body-s">
        Exempt under schedule 12A to the Local Government Act 1972, paragraph{' '}
        {paper.paragraphs.map(sayParagraph).join('; paragraph ')}.{' '}
        {paper.publicInterest !== '' && `The public interest in keeping it: ${paper.publicInterest}`}
      </p>
      <Summary paper={paper} />
      {paper.reviewOn !== undefined && (
        <p class="govuk-body-s">
          It is released on <Day on={paper.reviewOn} /> unless that day is moved.
        </p>
      )}
    </>
  );
}

const Summary = ({ paper: { publicSummary } }: Readonly<{ paper: Paper }>) =>
  publicSummary === '' ? null : <p class="govuk-body-s">What the public may know: {publicSummary}</p>;
