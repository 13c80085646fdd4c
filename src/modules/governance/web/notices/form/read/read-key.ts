import type { Answers, FieldErrors } from '#platform/http';
import { explainMoney, type Money, ok, parseMoney, refuse, type Result } from '#platform/kernel';
import { oneOf, readAnswers } from '#platform/web';
import { z } from 'zod';
import type { NoticeContent } from '../../../../domain/notice/notice.ts';
import { optional, optionalLine } from './typed.ts';

const key = z.object({
  isKey: oneOf(['yes', 'no'], 'Select whether it is a key decision'),
  spend: optionalLine('the spending'),
  saving: optionalLine('the saving'),
  wards: optionalLine('the number of wards'),
  keyReasons: optional('why it is a key decision or not'),
});

/** Whether it is a key decision, with its figures. */
export function readKey(answers: Answers): Result<Pick<NoticeContent, 'isKey' | 'keyReasons'>, FieldErrors> {
  const read = readAnswers(key, answers);
  if (!read.ok) return read;
  const [spend, saving] = [
    amount('spend', 'The spending', read.value.spend),
    amount('saving', 'The saving', read.value.saving),
  ];
  const { wards, isKey, keyReasons } = read.value;
  const counts = wards === '' || /^\d{1,3}$/u.test(wards);
  if (!spend.ok || !saving.ok || !counts)
    return refuse({
      ...(spend.ok ? {} : spend.error),
      ...(saving.ok ? {} : saving.error),
      ...(counts ? {} : { wards: 'The number of wards must be a whole number, like 2' }),
    });
  return ok({
    isKey: isKey === 'yes',
    keyReasons: {
      spend: spend.value,
      saving: saving.value,
      wards: wards === '' ? undefined : Number(wards),
      says: keyReasons,
    },
  });
}

function amount(field: string, name: string, typed: string): Result<Money | undefined, FieldErrors> {
  if (typed === '') return ok(undefined);
  const read = parseMoney(typed);
  if (!read.ok) return refuse({ [field]: explainMoney(name.toLowerCase(), read.error) });
  return read.value < 0n ? refuse({ [field]: `${name} must not be less than nothing` }) : read;
}
