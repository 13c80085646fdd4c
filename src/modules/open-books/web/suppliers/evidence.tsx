import { DataTable, Link, Text } from '#platform/ui';
import { Section } from '#platform/web';
import { choicesPath } from '../../actions/suppliers/judge-suppliers.ts';
import { evidenceInWords } from '../../domain/suppliers/evidence-in-words.ts';
import type { LinkShown } from '../../queries/suppliers/links.ts';

/** Why a supplier’s names are taken for one; nothing where it has one name. */
export const SupplierEvidence = ({ links }: Readonly<{ links: readonly LinkShown[] }>) =>
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
      />
      <Text>
        An officer can say otherwise. <Link href={choicesPath}>What officers have said so far</Link>
      </Text>
    </Section>
  );
