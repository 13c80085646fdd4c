import { readFileSync } from 'node:fs';
import { ok, refuse, type Result } from '#platform/kernel';
import type { Setting } from './setting.ts';
import { settings } from './settings.ts';

type Settings = typeof settings;
type ValueOf<S> = S extends Setting<infer Value> ? Value : never;
export type Configuration = Readonly<{ [Key in keyof Settings]: ValueOf<Settings[Key]> }>;
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads every setting and says everything that is wrong at once, one sentence each, naming the setting and the
 * remedy. A name that begins with ACCORD_ and is no setting is refused too: a misspelt setting must not be silent.
 */
export function readConfiguration(environment: Environment): Result<Configuration, readonly string[]> {
  const faults: string[] = unknownNames(environment);
  const values: Record<string, unknown> = {};
  for (const [key, setting] of Object.entries<Setting<unknown>>(settings)) {
    const given = valueGiven(environment, setting);
    const value = given.ok ? setting.read(given.value) : given;
    if (value.ok) values[key] = value.value;
    else faults.push(`${setting.name} ${value.error}. ${whatWasGiven(given, setting)}`.trim());
  }
  return faults.length === 0 ? ok(values as Configuration) : refuse(faults);
}

function valueGiven(environment: Environment, setting: Setting<unknown>): Result<string | undefined, string> {
  const given = environment[setting.name]?.trim() || undefined;
  const path = setting.secret ? environment[`${setting.name}_FILE`]?.trim() || undefined : undefined;
  if (path === undefined) return ok(given);
  if (given !== undefined) return refuse(`is given twice, also as ${setting.name}_FILE: keep one of the two`);
  try {
    return ok(readFileSync(path, 'utf8').trim() || undefined);
  } catch {
    return refuse(
      `could not be read from the file that ${setting.name}_FILE names: check its path and permissions`,
    );
  }
}

function whatWasGiven(given: Result<string | undefined, string>, setting: Setting<unknown>): string {
  if (!given.ok || setting.secret) return '';
  return `It is now "${given.value ?? ''}".`;
}

function unknownNames(environment: Environment): string[] {
  const known = Object.values<Setting<unknown>>(settings).flatMap(({ name, secret }) =>
    secret ? [name, `${name}_FILE`] : [name],
  );
  return Object.keys(environment)
    .filter((name) => name.startsWith('ACCORD_') && !known.includes(name))
    .map((name) => `${name} is not a setting. The settings are ${known.join(', ')}.`);
}
