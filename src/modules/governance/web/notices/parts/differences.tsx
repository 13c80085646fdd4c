import { Text } from '#platform/ui';
import type { NoticeDifference } from '../../../domain/notice/in-words.ts';

/** What one version says otherwise than the one before: each thing, then and now. */
export const Differences = ({ found }: Readonly<{ found: readonly NoticeDifference[] }>) =>
  found.length === 0 ? (
    <Text>Nothing else in it changed.</Text>
  ) : (
    <ul class="govuk-list govuk-list--bullet accord-typed">
      {found.map(({ name, before, after }) => (
        <li>
          {name}: {after === '' ? <del>{before}</del> : <ins>{after}</ins>}
          {after !== '' && (before === '' ? ' (new)' : `, before: ${before}`)}
        </li>
      ))}
    </ul>
  );
