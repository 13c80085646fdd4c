import { type Actor, ok, refuse, type Result, type Role } from '#platform/kernel';

/** Something only certain offices may do, and for whom. Declared once, in the `permissions.ts` of its module. */
export type Permission = Readonly<{
  /** Module, noun and verb: `register.rules.correct`. */
  name: string;
  /** For the sentence "Only … may …": "correct a council's rules". */
  says: string;
  /** The offices that may; `any` is every office. */
  roles: readonly Role[] | 'any';
  /** `own-body`: only for the body the actor acts for. */
  scope: 'own-body' | 'any-body';
}>;

export type PermissionRefusal = 'signed-out' | 'wrong-role' | 'wrong-body';

/** The one place where it is decided whether an office may do a thing for a body. */
export function may(
  actor: Actor | undefined,
  permission: Permission,
  bodyId: string | undefined,
): Result<Actor, PermissionRefusal> {
  if (actor === undefined) return refuse('signed-out');
  if (permission.roles !== 'any' && !permission.roles.includes(actor.role)) return refuse('wrong-role');
  if (permission.scope === 'own-body' && bodyId !== undefined && bodyId !== actor.bodyId)
    return refuse('wrong-body');
  return ok(actor);
}
