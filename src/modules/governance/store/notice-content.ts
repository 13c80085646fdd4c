import { pence } from '#platform/kernel';
import type { KeyReasons, NoticeContent } from '../domain/notice/notice.ts';

/** What a version says as it is kept: money as a text of whole pence, and nothing where there is nothing. */
export type ContentJson = Omit<NoticeContent, 'keyReasons'> &
  Readonly<{
    keyReasons: Omit<KeyReasons, 'spend' | 'saving'> &
      Readonly<{ spend: string | undefined; saving: string | undefined }>;
  }>;

export const contentJson = ({ keyReasons, ...content }: NoticeContent): ContentJson => ({
  ...content,
  keyReasons: { ...keyReasons, spend: keyReasons.spend?.toString(), saving: keyReasons.saving?.toString() },
});

export const contentFrom = ({ keyReasons, ...content }: ContentJson): NoticeContent => ({
  ...content,
  keyReasons: { ...keyReasons, spend: moneyFrom(keyReasons.spend), saving: moneyFrom(keyReasons.saving) },
});

const moneyFrom = (text: string | undefined) => (text === undefined ? undefined : pence(BigInt(text)));
