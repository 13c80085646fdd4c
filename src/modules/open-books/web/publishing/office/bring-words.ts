import type { FieldErrors } from '#platform/http';
import { never } from '#platform/kernel';
import { explainCommon, isCommon } from '#platform/web';
import type { BringRefusal } from '../../../actions/publishing/bring-import.ts';
import { releasePath } from '../../../domain/release/release-path.ts';
import { importPath } from './paths.ts';

/** Why files were not taken, in a sentence with the way out. */
export function explainBring(refusal: BringRefusal, bodyId: string): FieldErrors {
  if (typeof refusal === 'object')
    return {
      files:
        refusal.same === 'published'
          ? `These files are published already, byte for byte, as ${releasePath(refusal.id)}. Nothing was changed`
          : `These files were brought before, byte for byte, and stand at ${importPath(bodyId, refusal.id)}. Nothing was changed`,
    };
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-files':
      return { files: 'Choose the files' };
    case 'empty-file':
      return { files: 'One of the files holds nothing. Choose the files again, without it' };
    default:
      return never(refusal);
  }
}
