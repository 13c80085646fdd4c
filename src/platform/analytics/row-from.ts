import { utcDate } from '#platform/kernel';

/** A row as the rest of the house has its values: a day is text, `2017-04-05`, as from PostgreSQL. */
export function rowFrom(
  names: readonly string[],
  values: readonly unknown[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(names.map((name, at) => [name, valueFrom(values[at])]));
}

function valueFrom(value: unknown): unknown {
  if (value instanceof Date) return utcDate(value);
  return Array.isArray(value) ? value.map(valueFrom) : value;
}
