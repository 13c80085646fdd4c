import type { FieldErrors } from '#platform/http';
import { formatCount, listInWords, never } from '#platform/kernel';
import { explainCommon, isCommon } from '#platform/web';
import type { KeepFileRefusal, StartRefusal } from '../../actions/import/bring-in.ts';
import { mostRows } from '../../domain/import/findings.ts';

/** The sentence for each reason for which a file was not taken. */
export function explainFile(refusal: KeepFileRefusal): FieldErrors {
  if (typeof refusal === 'object') {
    const missing = listInWords(refusal.missing.map(({ title }) => `“${title}”`));
    const found = refusal.header.filter((title) => title.trim() !== '').slice(0, 12);
    return {
      file: `The first row of the file must name these columns too: ${missing}. It names ${listInWords(found.map((title) => `“${title}”`)) || 'none'}. The guide lists the names that are understood`,
    };
  }
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'empty':
      return { file: 'The file is empty. Choose another' };
    case 'no-rows':
      return { file: 'The file names its columns and has no rows below. Choose another' };
    case 'too-many-rows':
      return {
        file: `The file has more than ${formatCount(mostRows)} rows. Bring it in parts, for example a year in each`,
      };
    case 'workbook':
      return { file: 'The file is a workbook. Save its sheet as CSV UTF-8 and choose that file' };
    case 'not-a-table':
      return { file: 'The file is not text. Export the list as CSV and choose that file' };
    case 'row-does-not-end':
      return {
        file: 'A row of the file does not end: a quotation mark may be missing. Mend it and choose it again',
      };
    case 'another-is-running':
      return { form: 'Another file is being brought in. Wait until it is done, then choose this one again' };
    default:
      return never(refusal);
  }
}

/** The sentence for each reason for which a file was not begun. */
export function explainStart(refusal: StartRefusal): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-file':
      return { form: 'Another file was brought since this page was opened. Look at what its check found' };
    case 'running-or-done':
      return { form: 'This file is being brought in already, or has been. What became of it is shown below' };
    case 'rows-are-wrong':
      return {
        mode: 'Some rows are wrong, so not all can be written. Mend the file, or bring in the rows that are right',
      };
    default:
      return never(refusal);
  }
}
