import { never } from '#platform/kernel';
import type { FileFault, FileReport } from './verify-file.ts';

/** What a file in order was found to be, in sentences. `keyWasGiven`: the key came from elsewhere than the file. */
export function explainReport(report: FileReport, keyWasGiven: boolean): string {
  const { checkpoint, publicKey, privateEntries, firstAt, lastAt, earlier } = report;
  const entries = `${checkpoint.size.toLocaleString('en-GB')} ${checkpoint.size === 1 ? 'entry' : 'entries'}`;
  return [
    `The record is whole: every line is as it was signed.`,
    `Log: ${checkpoint.origin}`,
    `Holds: ${entries}${privateEntries === 0 ? '' : `, ${privateEntries.toLocaleString('en-GB')} of them private`}`,
    ...(firstAt === undefined || lastAt === undefined ? [] : [`From ${firstAt} to ${lastAt}`]),
    `Root: ${checkpoint.root}`,
    ...(earlier === undefined
      ? []
      : [
          `Continues the checkpoint of ${earlier.size.toLocaleString('en-GB')} that you kept: nothing before it changed.`,
        ]),
    keyWasGiven
      ? `Signed with the key you gave: ${publicKey}`
      : `Signed with the key that the file itself names: ${publicKey}\nCompare it with the key the council publishes, or give that with --key.`,
  ].join('\n');
}

/** What is wrong with a file and what to do, in sentences. */
export function explainFault({ line, why }: FileFault): string {
  const place = line === undefined ? '' : `Line ${line}: `;
  return `The record cannot be trusted. ${place}${sentence(why)}`;
}

function sentence(why: FileFault['why']): string {
  switch (why) {
    case 'not-a-record':
      return 'this is not the first line of a downloaded record. Download the record again, and do not open and save it in another program.';
    case 'another-key':
      return 'the file is signed with another key than the one you gave. Check that the key is that of this log.';
    case 'line-too-long':
      return 'A line is longer than any entry can be. This is not a downloaded record.';
    case 'not-an-entry':
      return 'this is not an entry as the record writes it: it was changed or damaged.';
    case 'cut-short':
      return 'the file ends without a checkpoint: it was cut short. Download the record again.';
    case 'not-signed':
      return 'the checkpoint is not signed by the key of this log: it was changed, or the file was.';
    case 'wrong-size':
      return 'The checkpoint counts another number of entries: lines were added or removed.';
    case 'wrong-root':
      return 'The entries do not add up to the root that was signed: at least one was changed, exchanged, added or moved. A checkpoint kept from earlier, given with --checkpoint, narrows down where.';
    case 'earlier-not-signed':
      return 'The earlier checkpoint is not signed by the key of this log. Check that it is a checkpoint of this log.';
    case 'older-than-earlier':
      return 'The file is older than the checkpoint you kept: entries that were once signed are missing from it.';
    case 'not-a-continuation':
      return 'The entries counted by the checkpoint you kept are not these: the past was rewritten after it was signed. Keep both files and tell the councils.';
    default:
      return never(why);
  }
}
