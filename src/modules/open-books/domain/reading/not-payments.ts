import { tidyHeading } from './heading.ts';

/** Registers that councils publish beside their payments, told by headings that payments never have. */
const registers: readonly Readonly<{ says: string; marks: readonly RegExp[]; atLeast: number }>[] = [
  {
    says: 'a register of contracts: it has start and end dates, and what is to be paid, not what was paid',
    marks: [
      /\bcontract (title|name|start|end|value|sum|status|expiry)/,
      /\b(start|commencement) date\b/,
      /\b(end|expiry|review|extension) date\b/,
      /\btender|\bquotation|\baward/,
      /\b(annual|total|estimated) (contract )?value\b/,
      /\bsme\b|\bvcse\b/,
      /\bextension\b/,
    ],
    atLeast: 3,
  },
  {
    says: 'a list of posts or salaries',
    marks: [
      /\bsalary\b/,
      /\bjob title\b|\bpost title\b/,
      /\bgrade\b/,
      /\bfte\b|\bheadcount\b/,
      /\bemployees\b/,
    ],
    atLeast: 2,
  },
  {
    says: 'a register of land and buildings',
    marks: [/\buprn\b/, /\beasting\b|\bgeo x\b/, /\bpost ?code\b/, /\bfreehold|\bleasehold|\btenure\b/],
    atLeast: 2,
  },
  {
    says: 'a register of grants: publish it as the Code’s list of grants',
    marks: [
      /\baward date\b|\bdate awarded\b|\bdate of award\b/,
      /\bgrant programme\b|\bfund(ing)? (name|scheme)\b/,
      /\bamount awarded\b|\baward amount\b/,
      /\brecipient org/,
    ],
    atLeast: 2,
  },
];

/** What a file is when it holds no payments, by its headings; undefined where nothing speaks against payments. */
export function otherRegister(headings: readonly string[]): string | undefined {
  const tidied = headings.map(tidyHeading);
  const hit = registers.find(
    ({ marks, atLeast }) =>
      marks.filter((mark) => tidied.some((heading) => mark.test(heading))).length >= atLeast,
  );
  return hit?.says;
}
