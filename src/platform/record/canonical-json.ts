/** A value that can be written as canonical JSON: amounts are strings of pence or whole numbers, never floats. */
export type Json = string | number | boolean | null | readonly Json[] | Readonly<{ [key: string]: Json }>;
