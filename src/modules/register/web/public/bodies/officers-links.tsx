import type { Actor } from '#platform/kernel';
import { may } from '#platform/identity';
import { InsetText, Link } from '#platform/ui';
import { mayCloseDays, mayEditDetails, mayManageOffices, mayRecordSuccession } from '../../../permissions.ts';

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
  {
    text: 'Its offices and who holds them',
    href: `/bodies/${bodyId}/offices/manage`,
    permission: mayManageOffices,
  },
  { text: 'Days its offices are closed', href: `/bodies/${bodyId}/closures`, permission: mayCloseDays },
  {
    text: 'Record its end and what takes its place',
    href: `/bodies/${bodyId}/succession`,
    permission: mayRecordSuccession,
  },
];
