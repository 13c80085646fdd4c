import type { ServicesWithFiles, Tellers } from '#platform/module';

/** What the pages of open books are served with. */
export type OpenBooksServices = ServicesWithFiles & Readonly<{ told: Tellers; address: string }>;
