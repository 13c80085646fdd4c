/** One thing that keeps a notice from being published: what, where it is answered, which rule asks for it, what to do. */
export type NoticeGap = Readonly<{
  item: NoticeItem;
  /** The field of the form that answers it. */
  field: string;
  regulation: string;
  says: string;
}>;

export type NoticeItem =
  | 'matter'
  | 'decision-maker'
  | 'members'
  | 'due'
  | 'published'
  | 'documents'
  | 'available-at'
  | 'others-may-follow'
  | 'how-to-ask'
  | 'consultation'
  | 'key'
  | 'route'
  | 'local-rule'
  | 'access'
  | 'private'
  | 'private-again';
