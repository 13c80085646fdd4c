/**
 * What a function that can be refused returns. Expected outcomes are returned and bugs are thrown, so a refusal
 * is always one of a closed list of reasons that the compiler makes every caller answer.
 */
export type Result<Value, Refusal> = Ok<Value> | Refused<Refusal>;
export type Ok<Value> = Readonly<{ ok: true; value: Value }>;
export type Refused<Refusal> = Readonly<{ ok: false; error: Refusal }>;

export function ok(): Ok<void>;
export function ok<Value>(value: Value): Ok<Value>;
export function ok<Value>(value?: Value): Ok<Value | undefined> {
  return { ok: true, value };
}

export function refuse<const Refusal>(error: Refusal): Refused<Refusal> {
  return { ok: false, error };
}

/** Closes an exhaustive switch: adding a case elsewhere stops this line from compiling. */
export function never(unexpected: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(unexpected)}`);
}
