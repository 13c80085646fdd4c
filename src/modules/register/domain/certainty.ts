/**
 * How sure we are of a fact. Every name, date, figure and rule carries one of these and its source, and pages show both.
 */
export const certainties = {
  stated: 'Stated in the paper cited',
  verified: 'Checked against the public source named',
  confirmed: 'Confirmed by the body itself',
  confident: 'Known, but the source was not read again',
  computed: 'Worked out from other figures',
  unsure: 'Not sure: check locally',
  assumed: 'Accord’s default until the body says otherwise: check locally',
  illustrative: 'Made up to show how the page works',
} as const;
export type Certainty = keyof typeof certainties;

/** Where a fact comes from and how sure we are of it. */
export type Provenance = Readonly<{ source: string; certainty: Certainty }>;

/** Whether a stored word is one of them. */
export function isCertainty(text: string): text is Certainty {
  return Object.hasOwn(certainties, text);
}

/** Whether a reader must be told to check with the body before relying on it. */
export function mustCheckLocally(certainty: Certainty): boolean {
  return certainty === 'unsure' || certainty === 'assumed' || certainty === 'illustrative';
}
