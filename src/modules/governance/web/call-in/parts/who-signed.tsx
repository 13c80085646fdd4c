import { DataTable } from '#platform/ui';
import { signatureSentences } from '../../../domain/call-in/signature.ts';
import type { CallInShown } from '../../../queries/call-in/call-in-shown.ts';
import type { KeptSignature } from '../../../queries/call-in/call-in-basis.ts';
import { Lines } from './lines.tsx';
import { momentInWords, sentence } from '../words.ts';
import type { ComponentChildren } from 'preact';

/** Who has signed so far, as the members’ own body sees it, and whether each signature counts. */
export function WhoSigned({
  callIn,
  action,
}: Readonly<{ callIn: CallInShown; action?: (signature: KeptSignature) => ComponentChildren }>) {
  const { signatures, standing } = callIn;
  const judged = standing.callIn?.judged?.signatures ?? standing.callIn?.refused ?? [];
  const verdict = (signature: KeptSignature): string => {
    const refusal = judged.find((each) => isSame(each.signature, signature))?.refusal;
    return refusal === undefined ? 'Counts' : sentence(signatureSentences[refusal]);
  };
  return (
    <DataTable
      caption="Who has signed"
      rows={signatures}
      columns={[
        { title: 'Member', cell: ({ officeTitle }) => officeTitle },
        { title: 'Received', cell: ({ received }) => momentInWords(received) },
        { title: 'Grounds', cell: ({ grounds }) => <Lines text={grounds} /> },
        { title: 'Whether it counts', cell: verdict },
        ...(action === undefined ? [] : [{ title: 'What you can do', cell: action }]),
      ]}
      empty="Nobody has signed."
      narrow="stack"
    />
  );
}

const isSame = (judged: Pick<KeptSignature, 'member' | 'received'>, signature: KeptSignature): boolean =>
  judged.member === signature.member && judged.received.getTime() === signature.received.getTime();
