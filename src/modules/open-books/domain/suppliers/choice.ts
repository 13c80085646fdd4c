/** A payee an officer speaks of: by its normal form, at one body or, without a body, wherever it stands. */
export type PayeeRef = Readonly<{ key: string; body?: string }>;

/** What an officer chose of two payees: that they are one supplier, or that they are not. */
export type Choice = Readonly<{ kind: 'together' | 'apart'; one: PayeeRef; other: PayeeRef }>;
