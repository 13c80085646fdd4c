import type { Breadcrumb, FieldErrors, Page } from '#platform/http';
import type { Actor } from '#platform/kernel';

/** What every page of an officer's room has in common: whose register it is, and the way back. */
export function officePage<Content extends Pick<Page, 'title' | 'main'> & { errors?: FieldErrors }>(
  { bodyId, bodyName }: Pick<Actor, 'bodyId' | 'bodyName'>,
  steps: readonly Breadcrumb[],
  content: Content,
): Content & Pick<Page, 'caption' | 'breadcrumbs' | 'section'> {
  return {
    caption: bodyName,
    section: 'bodies',
    breadcrumbs: [
      { text: 'Your work', href: '/work' },
      { text: bodyName, href: `/bodies/${bodyId}` },
      ...steps,
      { text: content.title },
    ],
    ...content,
  };
}
