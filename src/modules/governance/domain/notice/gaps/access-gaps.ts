import type { NoticeGap } from '../gap.ts';
import type { NoticeContent } from '../notice.ts';

/** What is kept from the public needs its ground and its reason. */
export function accessGaps({ access, paragraphs, publicInterest }: NoticeContent): readonly NoticeGap[] {
  if (access === 'open') return [];
  const isExempt = access !== 'confidential';
  const gap = (field: string, regulation: string, says: string): NoticeGap => ({
    item: 'access',
    field,
    regulation,
    says,
  });
  const isSaid = publicInterest.trim() !== '';
  return [
    ...(isExempt && paragraphs.length === 0
      ? [
          gap(
            'paragraphs',
            'Local Government Act 1972, schedule 12A, part 1',
            'Select the paragraphs under which it is exempt',
          ),
        ]
      : []),
    ...(isExempt && !isSaid
      ? [
          gap(
            'publicInterest',
            'Local Government Act 1972, schedule 12A, paragraph 10',
            'Enter why the public interest in keeping it exempt outweighs the public interest in disclosing it',
          ),
        ]
      : []),
    ...(!isExempt && !isSaid
      ? [
          gap(
            'publicInterest',
            'Local Government Act 1972, section 100A(2) and (3)',
            'Enter who forbids disclosure: a government department, an enactment or a court',
          ),
        ]
      : []),
  ];
}
