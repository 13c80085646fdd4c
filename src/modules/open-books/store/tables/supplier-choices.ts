import type { Generated } from 'kysely';

export type SupplierChoiceTables = Readonly<{
  'open_books.supplier_choice': Readonly<{
    id: string;
    number: Generated<bigint>;
    body_id: string;
    kind: string;
    one_key: string;
    one_name: string;
    one_body: string | null;
    other_key: string;
    other_name: string;
    other_body: string | null;
    reason: string;
    by_office: string;
    chosen_at: Date;
  }>;
}>;
