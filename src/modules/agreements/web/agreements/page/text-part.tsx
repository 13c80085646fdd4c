import { Heading, Source, Text } from '#platform/ui';
import { Section } from '#platform/web';
import type { AgreementVersion } from '../../../domain/agreement/agreement.ts';
import { markOf } from '../words.ts';

/** What a version says: its principles, and its text sentence by sentence with the paragraph each is taken from. */
export const TextPart = ({ version }: Readonly<{ version: AgreementVersion }>) => (
  <Section title="What it says" id="text">
    {version.principles.length > 0 && (
      <>
        <Heading size="s" level={3}>
          Principles
        </Heading>
        <ol class="govuk-list accord-clauses">
          {version.principles.map(({ number, text, cites }) => (
            <li>
              <strong>{number}</strong> {text} <Cites cites={cites} />
            </li>
          ))}
        </ol>
      </>
    )}
    {version.sections.map(({ title, sentences }) => (
      <>
        <Heading size="s" level={3}>
          {title}
        </Heading>
        {sentences.map(({ key, text, cites }) => (
          <p class="govuk-body" id={`sentence-${key}`}>
            {text} <Cites cites={cites} />
          </p>
        ))}
      </>
    ))}
    {version.sections.length === 0 && version.principles.length === 0 && (
      <Text>What it said is not recorded here.</Text>
    )}
    <Source text={version.source} certainty={markOf(version.certainty)} />
  </Section>
);

const Cites = ({ cites }: Readonly<{ cites: string }>) =>
  cites === '' ? null : <span class="govuk-hint accord-cites">({cites})</span>;
