/** Whether a payee is called a total and nothing else: `Grand Total`, `Sub-total:`, and no firm such as Total Gas & Power. */
export const isCalledTotal = (supplier: string): boolean =>
  /^\W*(?:(?:grand|sub|report|overall|monthly|period|net|gross)[\s-]*)?totals?\W*$/iu.test(supplier);
