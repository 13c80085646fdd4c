import { tidyHeading } from './heading.ts';

/** Registers that councils publish beside their payments, told by headings that payments never have. */
const registers: readonly Readonly<{ says: string; marks: readonly RegExp[]; atLeast: number }>[] = [
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
  // Before the list of posts: it counts employees too.
  {
    says: 'a record of the work against fraud',
    marks: [
      /\bfraud powers\b/,
      /\bfraud (employees|specialists?)\b/,
      /\binvestigated fraud\b|\bidentified fraud\b/,
    ],
    atLeast: 2,
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
    says: 'the pay multiple: what the highest paid earns against the median',
    marks: [/\bpay multiple\b/, /\bremuneration\b|\bearnings\b/, /\bratio\b/, /\bmedian\b/],
    atLeast: 2,
  },
  {
    says: 'a count of employees by pay band',
    marks: [
      /\b(remuneration|salary|pay) band\b/,
      /\b(employee|staff|post)s? count\b|\bnumber of (employees|staff|posts)\b/,
    ],
    atLeast: 2,
  },
  {
    says: 'a record of trade union facility time',
    marks: [
      /\b(union )?representatives?\b.*\bcount\b|\bfte representatives?\b/,
      /\bestimate spending\b/,
      /\btrade union\b/,
    ],
    atLeast: 2,
  },
  {
    says: 'a list of parking spaces',
    marks: [
      /\bparking spaces\b|\bbays\b/,
      /\bfree parking\b|\bchargeable parking\b/,
      /\bside of road\b|\bpost ?code\b|\blocation\b/,
    ],
    atLeast: 2,
  },
  {
    says: 'a parking account: what parking brought in and cost, not what was paid to whom',
    marks: [/\bstreet income\b/, /\bstreet costs\b/, /\bsurplus\b/],
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
