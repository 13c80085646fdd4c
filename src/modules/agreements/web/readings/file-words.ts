import type { FieldErrors } from '#platform/http';
import { formatCount, listInWords, never } from '#platform/kernel';
import { explainCommon, isCommon } from '#platform/web';
import type { BringFileRefusal } from '../../actions/readings/bring-file.ts';
import type { PutFileRefusal } from '../../actions/readings/put-file.ts';
import type { FileFault } from '../../domain/reading/findings.ts';

const quoted = (columns: readonly string[]): string =>
  listInWords(columns.slice(0, 8).map((title) => `“${title}”`));

/** Why a file cannot be read as readings, in a sentence with its remedy. */
export function sayFileFault(fault: FileFault): string {
  switch (fault.is) {
    case 'empty':
      return 'The file is empty. Choose another';
    case 'no-rows':
      return 'The file names its columns and has no rows below. Choose another';
    case 'not-a-table':
      return 'The file is no table. Choose a CSV file or a workbook';
    case 'nothing-inside':
      return 'The archive is empty. Choose a CSV file or a workbook';
    case 'damaged':
      return 'The workbook cannot be opened. Save it again, or save its sheet as CSV';
    case 'encrypted':
      return 'The file is locked with a password. Save it without one';
    case 'too-large':
      return 'The file is too large once it is unpacked. Part it in two';
    case 'row-does-not-end':
      return `The row that begins on line ${fault.line} does not end: a quotation mark may be missing. Mend it and bring the file again`;
    case 'too-many-rows':
      return `The file has more than ${formatCount(fault.most)} rows. Part it in two`;
    case 'unknown-columns':
      return `No reading has the column ${quoted(fault.columns)}: the file may be another month’s or another system’s. Take the file of what is due and fill that in, or leave the column out`;
    case 'columns-twice':
      return `The column ${quoted(fault.columns)} stands there twice. Leave one of them out`;
    case 'columns-missing':
      return `The heading must name these columns too: ${quoted(fault.columns)}`;
    case 'broken-off':
      return 'Something went wrong that should not have, so the check was broken off and nothing was put. Bring the file again';
    case 'not-json':
      return 'This is not written as JSON is. Check that it came whole';
    case 'not-a-list':
      return 'The readings must be a list, [{…}, {…}], or such a list under the name rows';
    case 'not-a-row':
      return `Reading ${fault.row} is no object whose values are texts, numbers or null. Mend it and send all of them again`;
    default:
      return never(fault);
  }
}

/** Why a file was not taken. */
export function explainBring(refusal: BringFileRefusal): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  return refusal === 'another-is-running'
    ? { form: 'Another file is being checked. Wait until it is done, then choose this one again' }
    : never(refusal);
}

/** Why the readings of a file were not put. */
export function explainPut(refusal: PutFileRefusal): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-file':
      return { form: 'Another file was brought since this page was opened. Look at what its check found' };
    case 'running-or-done':
      return { form: 'This file is being put already, or has been. What became of it is shown below' };
    case 'rows-are-wrong':
      return {
        mode: 'Some rows are wrong, so not all can be put. Mend the file and bring it again, or put the rows that are right',
      };
    case 'nothing-to-put':
      return { form: 'No row of the file is right and says anything new, so there is nothing to put' };
    case 'not-sure':
      return { sure: 'Say that you have looked again at what is far from the periods before' };
    default:
      return never(refusal);
  }
}
