import type { ComponentChildren } from 'preact';
import { Bullets, SummaryList, type SummaryRow, Text } from '#platform/ui';
import { Section } from '#platform/web';
import type { Decision } from '../../../domain/decision/decision.ts';
import type { Conflict } from '../../../domain/record/record.ts';

/** Why it was decided, what else was considered, and who had an interest: what the law asks a record to say. */
export const RecordPart = ({ decision }: Readonly<{ decision: Decision }>) => (
  <>
    <Section title="Reasons" id="reasons">
      {decision.reasons === '' ? <Silent what="its reasons" /> : <Passage text={decision.reasons} />}
    </Section>
    <Section title="Alternatives considered and rejected" id="alternatives">
      <Stated items={decision.alternatives} none="None were considered." silent="alternatives" />
    </Section>
    <Section title="Conflicts of interest" id="interests">
      <Stated
        items={decision.conflicts?.map(conflictInWords)}
        none="None were declared."
        silent="conflicts of interest"
      />
    </Section>
  </>
);

/** The papers a record names. What is held of them as files stands below it. */
export const PapersNamed = ({ decision }: Readonly<{ decision: Decision }>) => {
  const { reports, backgroundPapers, reliedOn } = decision;
  const rows: readonly SummaryRow[] = [
    row('Reports considered', <Stated items={reports} none="None." silent="reports" />),
    row('Background papers', <Stated items={backgroundPapers} none="None." silent="background papers" />),
    ...(reliedOn.length === 0 ? [] : [row('Also relied on', <Bullets items={reliedOn} />)]),
  ];
  return <SummaryList rows={rows} />;
};

const row = (key: string, children: ComponentChildren): SummaryRow => ({ key, value: { children } });

type StatedProps = Readonly<{
  items: readonly string[] | undefined;
  none: string;
  silent: string;
}>;

/** A list the record gives, its “none”, or its silence: three different things. */
const Stated = ({ items, none, silent }: StatedProps) => {
  if (items === undefined) return <Silent what={silent} />;
  return items.length === 0 ? <Text>{none}</Text> : <Bullets items={items} />;
};

const Silent = ({ what }: Readonly<{ what: string }>) => (
  <p class="govuk-body accord-silent">The record does not state {what}.</p>
);

/** Paragraphs of a text that was typed, each on its own. */
export const Passage = ({ text }: Readonly<{ text: string }>) => (
  <>
    {text.split(/\n+/).map((paragraph) => (
      <Text>{paragraph}</Text>
    ))}
  </>
);

export function conflictInWords({ member, dispensation }: Conflict): string {
  if (dispensation === undefined)
    return `${member}. The record does not state whether a dispensation was granted.`;
  if (dispensation === 'none-granted') return `${member}. No dispensation was granted.`;
  return `${member}. Dispensation granted by ${grantors[dispensation.grantedBy]}.`;
}

const grantors = {
  'standards-committee': 'the standards committee',
  'head-of-paid-service': 'the head of paid service',
} as const;
