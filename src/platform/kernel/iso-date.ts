/** A plain calendar date in Europe/London, `2008-07-09`. Never an instant, never UTC midnight. */
export type IsoDate = string & { readonly isoDate: unique symbol };
