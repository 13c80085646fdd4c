import { type Access, accesses } from '../decision/decision.ts';

/** How much the public may see, as systems write it; undefined for what says nothing of the kind. */
export function readAccess(text: string): Access | undefined {
  if (text === '' || /^(?:no|public|unrestricted)$/i.test(text)) return 'open';
  if (/^(?:yes|fully exempt|full)$/i.test(text)) return 'exempt';
  if (/^part(?:ly|ially)?[ -]exempt/i.test(text)) return 'part-exempt';
  const kinds = Object.keys(accesses) as Access[];
  return kinds.find((each) => each === text.toLowerCase());
}
