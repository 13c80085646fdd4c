import type { Actor } from '#platform/kernel';
import { may } from '#platform/identity';
import { InsetText } from '#platform/ui';
import { mayCloseDays, mayEditDetails } from '../../../permissions.ts';
import { Link } from '../parts/prose.tsx';

/** What an officer of this very body may do from here; nobody else sees it. */
export function OfficersLinks({ bodyId, actor }: Readonly<{ bodyId: string; actor: Actor | undefined }>) {
  const offered = links(bodyId).filter(({ permission }) => may(actor, permission, bodyId).ok);
  if (actor?.bodyId !== bodyId || offered.length === 0) return null;
  return (
    <InsetText>
      <p class="govuk-body">You act for this body as {actor.officeTitle}.</p>
      <ul class="govuk-list govuk-!-margin-bottom-0">
        {offered.map(({ href, text }) => (
          <li>
            <Link href={href}>{text}</Link>
          </li>
        ))}
      </ul>
    </InsetText>
  );
}

const links = (bodyId: string) => [
  { text: 'Edit its details', href: `/bodies/${bodyId}/details`, permission: mayEditDetails },
  { text: 'Days its offices are closed', href: `/bodies/${bodyId}/closures`, permission: mayCloseDays },
];
