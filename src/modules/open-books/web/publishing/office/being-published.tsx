import { InsetText, Text } from '#platform/ui';
import { HowFar } from '#platform/web';
import type { Publication, PublicationStep } from '../../../domain/import/publication.ts';
import { publicationSteps } from '../../../domain/import/publication.ts';
import type { ImportWithPlace } from '../../../queries/publishing/imports.ts';
import { explainImport, type ImportRefusal } from './import-words.ts';

/** Whether it was approved and is on its way to the public. */
export const isBeingPublished = ({
  brought,
  publication,
}: Pick<ImportWithPlace, 'brought' | 'publication'>): boolean =>
  brought.standing.is === 'asked' && publication !== undefined && publication.endedAt === undefined;

const doing: Readonly<Record<PublicationStep, string>> = {
  approved: 'It begins',
  rows: 'The rows are copied as everybody may read them, and checked to the penny',
  views: 'The account of your body is worked out anew',
  suppliers: 'The suppliers are found among those of all bodies',
  together: 'The account of all bodies is put together',
};

type BeingPublishedProps = Readonly<{ publication: Publication; path: string; isStill: boolean }>;

/** How far a publication is, or why nothing came of it. Nothing of it is public before all of it is. */
export function BeingPublished({ publication, path, isStill }: BeingPublishedProps) {
  const { approver, step, endedAt, refused } = publication;
  if (endedAt !== undefined)
    return (
      <InsetText>
        {`${approver.officeTitle} approved it, and nothing came of it. ${whyNot(refused)}`}
      </InsetText>
    );
  const done = publicationSteps.indexOf(step);
  return (
    <>
      <HowFar
        says={`Approved by ${approver.officeTitle} and being published, step ${Math.max(done, 1)} of ${publicationSteps.length - 1}. ${doing[step]}.`}
        done={done}
        of={publicationSteps.length}
        path={path}
        isStill={isStill}
      />
      <Text>
        Until it is done, readers see what was published before. Should the machine stop, it goes on by
        itself.
      </Text>
    </>
  );
}

const whyNot = (refused: unknown): string =>
  refused === 'broke-off' || refused === undefined
    ? 'A fault of the machine broke it off. Approve it again; if that does not help, tell whoever runs this site.'
    : `${Object.values(explainImport(refused as ImportRefusal)).join('. ')}.`;
