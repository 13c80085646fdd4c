import type { Actor } from '#platform/kernel';
import { InsetText, Link } from '#platform/ui';
import { ownRegisters } from '../../office/own-registers.ts';

/** What an officer of this very body may do from here; nobody else sees it. */
export function OfficersLinks({ bodyId, actor }: Readonly<{ bodyId: string; actor: Actor | undefined }>) {
  if (actor?.bodyId !== bodyId) return null;
  const offered = ownRegisters(actor);
  if (offered.length === 0) return null;
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
