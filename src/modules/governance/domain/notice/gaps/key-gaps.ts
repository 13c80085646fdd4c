import { makers } from '../../decision/decision.ts';
import type { NoticeGap } from '../gap.ts';
import type { NoticeGround } from '../ground.ts';
import type { sayAgreement } from '../key-test.ts';
import type { NoticeContent } from '../notice.ts';
import { meetsAsExecutive } from '../private-meeting.ts';

/** A key decision needs an executive to take it; an answer that differs from the rules needs its reason. */
export function keyGaps(
  { isKey, makerKind, keyReasons }: NoticeContent,
  { law }: NoticeGround,
  agreement: ReturnType<typeof sayAgreement>['agreement'],
): readonly NoticeGap[] {
  const gap = (says: string): NoticeGap => ({
    item: 'key',
    field: 'isKey',
    regulation: 'SI 2012/2089, regulation 8 (earlier SI 2000/3272, regulation 8)',
    says,
  });
  if (isKey && law.standing === 'does-not-apply')
    return [gap(`Answer that it is not a key decision. ${law.because}`)];
  if (isKey && law.standing === 'check-locally')
    return [
      gap(
        'Which regulations governed executive decisions on that day is not known here, so no key decision can be announced for it',
      ),
    ];
  if (isKey && !isExecutive(makerKind))
    return [
      gap(
        `Answer that it is not a key decision: ${makers[makerKind].title} takes no executive decisions. Or change who decides`,
      ),
    ];
  if (agreement === 'differs' && keyReasons.says.trim() === '')
    return [
      {
        ...gap('By this council’s rules it is a key decision: say why it is not treated as one'),
        field: 'keyReasons',
      },
    ];
  return [];
}

/** Whether what it decides is the executive’s business: only that can be a key decision. */
const isExecutive = (makerKind: NoticeContent['makerKind']): boolean =>
  meetsAsExecutive(makerKind) || ['cabinet-member', 'leader', 'officer'].includes(makerKind);
