import type { ItemPurpose } from '../../domain/meeting/agenda-item.ts';

/** An item that belongs on an agenda without anybody’s having put it there. */
export type ProposedItem = Readonly<{
  /** The same for as long as its cause lasts: an agenda holds it once. */
  key: string;
  title: string;
  summary: string;
  purpose: ItemPurpose;
  subject: string | undefined;
  thread: string | undefined;
  /** Why it is here, with the rule it comes from. */
  because: string;
}>;
