import { Link } from '#platform/ui';
import { onDay } from '#platform/web';
import { paperPath } from '../../domain/papers/paper.ts';
import type { PaperListed } from '../../queries/papers/papers-of.ts';
import { fileInWords, Restriction, roleInWords } from './paper-words.tsx';

type PaperListProps = Readonly<{
  papers: readonly PaperListed[];
  visit: Parameters<typeof onDay>[1];
  /** The sentence where there are none: "No papers are recorded with this decision." */
  empty: string;
}>;

/** The papers of a thing: what each is, its file, and for one that may not be read why and until when. */
export const PaperList = ({ papers, visit, empty }: PaperListProps) =>
  papers.length === 0 ? (
    <p class="govuk-body">{empty}</p>
  ) : (
    <ul class="govuk-list govuk-list--spaced">
      {papers.map(({ paper, role, isReadable, file }) => (
        <li>
          <Link href={onDay(paperPath(paper), visit)}>{paper.title}</Link>
          <br />
          <span class="govuk-hint">
            {roleInWords(role)}
            {file !== undefined && ` (${fileInWords(file)})`}
          </span>
          <Restriction paper={paper} isReadable={isReadable} />
        </li>
      ))}
    </ul>
  );
