import type { Dataset } from '#platform/http';
import { DataTable, Link, Text } from '#platform/ui';
import { Section } from '#platform/web';
import { choicesPath } from '../../actions/suppliers/judge-suppliers.ts';
import { evidenceInWords } from '../../domain/suppliers/evidence-in-words.ts';
import type { LinkShown } from '../../queries/suppliers/links.ts';

type Props = Readonly<{
  links: readonly LinkShown[];
  /** The addresses of their files. */
  downloads: Readonly<{ csv: string; json: string }>;
}>;

/** Why a supplier’s names are taken for one; nothing where it has one name. */
export const SupplierEvidence = ({ links, downloads }: Props) =>
  links.length === 0 ? null : (
    <Section title="Why these names are one supplier">
      <DataTable
        caption="Names, and what speaks for them being one supplier’s"
        captionHidden
        rows={links}
        columns={[
          { title: 'One name', cell: ({ oneName }) => <span class="accord-typed">{oneName}</span> },
          { title: 'Other name', cell: ({ otherName }) => <span class="accord-typed">{otherName}</span> },
          { title: 'What speaks for it', cell: ({ evidence }) => evidenceInWords(evidence) },
          { title: 'How sure', cell: ({ percent }) => `${percent}%`, numeric: true },
        ]}
        empty="None."
        narrow="stack"
        downloads={downloads}
      />
      <Text>
        An officer can say otherwise. <Link href={choicesPath}>What officers have said so far</Link>
      </Text>
    </Section>
  );

/** The same to take away. */
export const linksDataset = (links: readonly LinkShown[]): Dataset => ({
  name: 'supplier-links',
  source: 'Why names under which councils pay are taken for one supplier’s.',
  columns: [
    { key: 'oneName', title: 'One name' },
    { key: 'oneBody', title: 'One paid by' },
    { key: 'otherName', title: 'Other name' },
    { key: 'otherBody', title: 'Other paid by' },
    { key: 'evidence', title: 'What speaks for it' },
    { key: 'percent', title: 'How sure, of a hundred' },
  ],
  rows: links.map(({ evidence, ...link }) => ({ ...link, evidence: evidenceInWords(evidence) })),
});
