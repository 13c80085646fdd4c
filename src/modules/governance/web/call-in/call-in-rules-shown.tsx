import { formatDate } from '#platform/kernel';
import { Bullets, Details, InsetText, Link } from '#platform/ui';
import type { CallInShown } from '../../queries/call-in/call-in-shown.ts';
import { assumedInWords } from './words.ts';

/** The rules of the day on which the decision was taken, each with its source, and how the unknown ones are read. */
export function CallInRulesShown({ callIn }: Readonly<{ callIn: CallInShown }>) {
  const { decision, ruled, notKnown } = callIn;
  const on = decision.takenOn;
  return (
    <>
      {notKnown.length > 0 && (
        <InsetText>
          {notKnown.map((rule) => (
            <p class="govuk-body">{assumedInWords(rule)}</p>
          ))}
        </InsetText>
      )}
      {ruled.length > 0 && (
        <Details summary={`The council’s rules of call-in on ${formatDate(on)}`}>
          <Bullets
            items={ruled.map(({ key, title, says, source }) => (
              <>
                <Link href={`/bodies/${decision.bodyId}/rules/${key}?on=${on}`}>{title}</Link>: {says}.
                Source: {source}
              </>
            ))}
          />
        </Details>
      )}
    </>
  );
}
