/** The tables of schema `mail`, as Kysely sees them. */
export type MailTables = Readonly<{
  'mail.letter': {
    id: string;
    recipient: string;
    subject: string;
    text: string;
    html: string;
    stop: string | null;
    written_at: Date;
    tries: number;
    next_try_at: Date;
  };
  'mail.given_up': { letter_id: string; why: string; tries: number; written_at: Date; at: Date };
}>;
