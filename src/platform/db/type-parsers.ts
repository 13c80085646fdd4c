import { type CustomTypesConfig, types } from 'pg';

/** The driver's parsers by PostgreSQL's own type numbers, of which its types list only some. */
const driversParser = types.getTypeParser as (type: number, format?: 'text') => (text: string) => unknown;

const parseTextArray = driversParser(1009);
const eachOf =
  <Value>(parse: (text: string) => Value) =>
  (text: string) =>
    (parseTextArray(text) as readonly (string | null)[]).map((item) => (item === null ? null : parse(item)));
const asText = (text: string) => text;

/** By PostgreSQL's own type number. A date stays text: as a `Date` it would be a midnight in some time zone. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  20: BigInt, // int8: pence and counts, exact
  1016: eachOf(BigInt),
  1082: asText, // date: IsoDate
  1182: eachOf(asText),
  1700: asText, // numeric: exact decimal
  1231: eachOf(asText),
};

/** How rows arrive: int8 as bigint, numeric and date as text, timestamptz as `Date`, the rest as `pg` does. */
export const accordTypes: CustomTypesConfig = {
  getTypeParser: ((type: number, format?: 'text') =>
    parsers[type] ?? driversParser(type, format)) as CustomTypesConfig['getTypeParser'],
};
