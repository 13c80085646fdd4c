import type { FieldErrors } from '#platform/http';
import { Heading, InsetText, Link } from '#platform/ui';
import { isOfThePast } from '../../../domain/notice/judge-notice.ts';
import { sectionOf } from '../form/sections.ts';
import type { Checked } from './checked.ts';

/** Everything that keeps a draft from being published: what, by which rule, with the way to where it is answered. */
export function Missing({
  path,
  unfinished,
  checked,
}: Readonly<{ path: string; unfinished: FieldErrors; checked: Checked | undefined }>) {
  const gaps = checked?.judged.gaps ?? [];
  const missing = [
    ...Object.entries(unfinished).map(([field, says]) => ({ field, says, regulation: '' })),
    ...gaps,
  ];
  if (missing.length === 0) return <InsetText>Nothing is missing of what the law of the day asks.</InsetText>;
  return (
    <>
      <Heading size="m">What is missing</Heading>
      <ul class="govuk-list govuk-list--bullet">
        {missing.map(({ field, says, regulation }) => (
          <li>
            <Link href={`${path}/${sectionOf(field.replace(/-(?:day|month|year)$/u, ''))}`}>{says}</Link>
            {regulation !== '' && ` (${regulation})`}
          </li>
        ))}
      </ul>
      {gaps.some(({ item }) => item === 'route' || item === 'due') && (
        <InsetText>
          There are three ways out: take the decision on the earliest lawful day below or later; give notice
          under the general exception; or have it agreed, by the office the law names, that the decision is
          urgent and cannot reasonably be deferred.
        </InsetText>
      )}
      {checked !== undefined && isOfThePast(checked.asked, checked.today) && gaps.length > 0 && (
        <InsetText>
          The decision is past and its notice was published elsewhere, so it can be entered as it was. What it
          lacks is shown to readers.
        </InsetText>
      )}
    </>
  );
}
