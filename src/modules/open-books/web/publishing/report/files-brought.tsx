import { formatBytes } from '#platform/kernel';
import { DataTable } from '#platform/ui';
import { Section } from '#platform/web';
import type { ReleaseFile } from '../../../domain/release/release.ts';

/** The files that something was made from, each with a checksum by which whoever has it can show that it is the same. */
export const FilesBrought = ({ files }: Readonly<{ files: readonly ReleaseFile[] }>) => (
  <Section title="Made from" id="files">
    <DataTable
      caption="Files that this was made from"
      captionHidden
      rows={files}
      columns={[
        { title: 'File', cell: ({ filename }) => filename },
        { title: 'Size', cell: ({ bytes }) => formatBytes(bytes).replace(' ', '\u{a0}'), numeric: true },
        { title: 'SHA-256', cell: ({ sha256 }) => <code class="accord-hash">{sha256}</code> },
      ]}
      empty="No files are named."
      narrow="stack"
    />
  </Section>
);
