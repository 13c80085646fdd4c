import type { IsoDate } from '#platform/kernel';
import type { AskedVersion } from '../../../actions/publish-notice.ts';
import type { NoticeJudgement } from '../../../domain/notice/judge-notice.ts';

/** A draft that can be read, judged as if it were published now. */
export type Checked = Readonly<{ asked: AskedVersion; judged: NoticeJudgement; today: IsoDate }>;
