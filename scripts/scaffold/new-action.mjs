import { namesOf } from './names.mjs';

/**
 * Something a person does: a permission, a pure decision with its test, and the act that puts both together.
 * @param {string} module
 * @param {string} name a verb and its noun: `publish-decision`
 * @returns {import('./plan.mjs').Plan}
 */
export function newAction(module, name) {
  const { camel, pascal, words } = namesOf(name);
  const at = `src/modules/${module}`;
  const [verb = '', ...noun] = name.split('-');
  const permission = `${namesOf(module).snake}.${noun.join('-') || module}.${verb}`;
  return {
    files: {
      [`${at}/domain/${name}.ts`]: `import { ok, refuse, type Result } from '#platform/kernel';

/** What an officer hands in to ${words}. */
export type ${pascal} = Readonly<{ bodyId: string; reason: string }>;

export type ${pascal}Refusal = 'no-reason';

/** Decides whether it can be done, from what was handed in alone. Say here which rule it follows, and its source. */
export function accept${pascal}(wanted: ${pascal}): Result<${pascal}, ${pascal}Refusal> {
  const reason = wanted.reason.trim();
  if (reason === '') return refuse('no-reason');
  return ok({ ...wanted, reason });
}
`,
      [`${at}/domain/${name}.test.ts`]: `import { expect, test } from 'vitest';
import { accept${pascal} } from './${name}.ts';

test('is refused without a reason', () => {
  expect(accept${pascal}({ bodyId: 'swale', reason: ' ' })).toEqual({ ok: false, error: 'no-reason' });
});

test('is accepted with one, and the reason is kept without its blanks', () => {
  expect(accept${pascal}({ bodyId: 'swale', reason: ' The committee asked for it ' })).toEqual({
    ok: true,
    value: { bodyId: 'swale', reason: 'The committee asked for it' },
  });
});
`,
      [`${at}/actions/${name}.ts`]: `import { may, type PermissionRefusal } from '#platform/identity';
import { type Actor, ok, type Result } from '#platform/kernel';
import { act, type ActOptions, type ActServices } from '#platform/record';
import { accept${pascal}, type ${pascal}, type ${pascal}Refusal as Unacceptable } from '../domain/${name}.ts';
import { may${pascal} } from '../permissions.ts';

export type ${pascal}Refusal = Unacceptable | PermissionRefusal | 'already-submitted';

/** Say what this promises, and to whom. One transaction: the effect and its entry in the record, or neither. */
export async function ${camel}(
  services: ActServices,
  actor: Actor | undefined,
  wanted: ${pascal},
  options: ActOptions = {},
): Promise<Result<void, ${pascal}Refusal>> {
  const allowed = may(actor, may${pascal}, wanted.bodyId);
  if (!allowed.ok) return allowed;

  return act(services, allowed.value, options, async (_sql) => {
    const accepted = accept${pascal}(wanted);
    if (!accepted.ok) return accepted;
    const { bodyId, reason } = accepted.value;
    return ok({
      value: undefined,
      entry: {
        act: '${permission}',
        subject: \`/bodies/\${bodyId}\`,
        summary: \`${namesOf(name).title}: \${reason}\`,
        facts: { reason },
        visibility: 'public',
      },
    });
  });
}
`,
    },
    edits: [
      {
        file: `${at}/permissions.ts`,
        find: /((?:\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?)(export const permissions: readonly Permission\[\] = \[)/,
        replace: `export const may${pascal}: Permission = {
  name: '${permission}',
  says: '${words}',
  roles: ['democratic-services'],
  scope: 'own-body',
};

$1$2may${pascal}, `,
        byHand: `Declare may${pascal} in ${at}/permissions.ts and add it to the list there.`,
      },
    ],
    next: [
      `Say in ${at}/permissions.ts which offices may, and in domain/${name}.ts when it is refused.`,
      `Then keep its effect in the store and give it a form in the web folder.`,
    ],
  };
}
