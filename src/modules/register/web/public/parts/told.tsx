import type { Told } from '#platform/module';
import { earliestMoment } from '#platform/kernel';
import { Section } from '#platform/web';

/** What later modules tell of a body or a place, each under its own heading. */
export const ToldParts = ({ told }: Readonly<{ told: readonly Told[] }>) => (
  <>
    {told.map(({ title, shown }) => (
      <Section title={title}>{shown}</Section>
    ))}
  </>
);

/** When a page that shows these will read otherwise by itself. */
export function changesOf(told: readonly Told[]): Readonly<{ changesAt?: Date }> {
  const changesAt = earliestMoment(told.map((each) => each.changesAt));
  return changesAt === undefined ? {} : { changesAt };
}
