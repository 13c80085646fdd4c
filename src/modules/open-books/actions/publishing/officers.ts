import type { Actor } from '#platform/kernel';
import type { Officer } from '../../domain/import/import.ts';

/** Who acts, as an import keeps it. */
export const officerOf = ({ officeTitle, officeId, accountId }: Actor): Officer => ({
  office: officeTitle,
  officeId,
  accountId,
});

/** Who brings what comes by the command line: nobody’s office, so that any officer who may approve is somebody else. */
export const commandLine: Officer = {
  office: 'Accord’s command line',
  officeId: 'command-line',
  accountId: undefined,
};

/** What acts about a body’s spending are locked and recorded under. */
export const spendingSubject = (bodyId: string): string => `/office/${bodyId}/spending`;
