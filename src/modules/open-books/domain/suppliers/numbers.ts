/** The numbers by which a payee is known to a register, in one form each; empty where none is given or what is given is none. */
export type Numbers = Readonly<{ company: string; charity: string; vat: string }>;

/** Reads the numbers beside a name: “GB 123 4567 89” and “123456789” are one VAT number, 123456 and 00123456 one company. */
export function readNumbers(
  written: Readonly<{ company?: string | undefined; charity?: string | undefined; vat?: string | undefined }>,
): Numbers {
  return {
    company: companyNumber(written.company),
    charity: charityNumber(written.charity),
    vat: vatNumber(written.vat),
  };
}

function companyNumber(written = ''): string {
  const text = written.toUpperCase().replaceAll(/[^A-Z\d]/gu, '');
  const read = /^([A-Z]{2})?(\d{4,8})$/u.exec(text);
  if (read === null || isFiller(read[2] ?? '')) return '';
  const letters = read[1] ?? '';
  return letters + (read[2] ?? '').padStart(8 - letters.length, '0');
}

function charityNumber(written = ''): string {
  const text = written.toUpperCase().replaceAll(/[^A-Z\d]/gu, '');
  return /^(?:SC|NIC)?\d{5,8}$/u.test(text) && !isFiller(text) ? text.replace(/^0+/u, '') : '';
}

/** Nine digits; three more tell the branch of a group and are left out. */
function vatNumber(written = ''): string {
  const digits = written.replaceAll(/[^\d]/gu, '');
  return (digits.length === 9 || digits.length === 12) && !isFiller(digits) ? digits.slice(0, 9) : '';
}

const isFiller = (digits: string): boolean => /^(.)\1*$/u.test(digits) || digits.startsWith('12345678');
