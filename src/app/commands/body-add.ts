import { parseArgs } from 'node:util';
import { listInWords, never, type Result } from '#platform/kernel';
import { openRecordHead } from '#platform/record';
import {
  type BodyKind,
  bodyKinds,
  councilListed,
  enterBody,
  type EnterBodyRefusal,
  type NewBody,
  type Tier,
  tiers,
} from '#modules/register';
import { systemClock } from '../system-clock.ts';
import { type Command, type Terminal, usage } from './command.ts';
import { withDatabase } from './with-database.ts';

const kinds = Object.keys(bodyKinds);
const isKind = (text: string): text is BodyKind => Object.hasOwn(bodyKinds, text);
const isTier = (text: string): text is Tier => Object.hasOwn(tiers, text);

export const bodyAdd: Command = {
  name: 'body add',
  takes: 'BODY [--name NAME --kind KIND --source SOURCE] [--tier upper|lower|single] [--gss CODE]',
  says:
    'enters a body in the register with the offices it has by law, for which accounts are then opened; a council of England needs its word alone, such as oxford, since its name and code are known; KIND is one of ' +
    kinds.join(', '),
  async run(given, terminal) {
    const { values, positionals } = parseArgs({
      args: [...given],
      options: {
        name: { type: 'string' },
        kind: { type: 'string' },
        source: { type: 'string' },
        tier: { type: 'string' },
        gss: { type: 'string' },
      },
      allowPositionals: true,
    });
    const [id] = positionals;
    if (id === undefined)
      return usage(bodyAdd, 'Give the word the body stands under, such as oxford.', terminal);
    const { name, kind, source, tier, gss } = values;
    if (kind !== undefined && !isKind(kind))
      return usage(bodyAdd, `A kind is ${listInWords(kinds, 'or')}.`, terminal);
    if (tier !== undefined && !isTier(tier))
      return usage(bodyAdd, 'A tier is upper, lower or single.', terminal);
    const listed = councilListed(id);
    if (listed === undefined && (name === undefined || kind === undefined || source === undefined)) {
      return usage(
        bodyAdd,
        `${id} is not in the list of England’s councils. Give its --name, its --kind and the --source that says so.`,
        terminal,
      );
    }
    const said = name !== undefined || kind !== undefined || source !== undefined;
    return enter(
      {
        id,
        name: name ?? listed?.name ?? '',
        kind: kind ?? listed?.kind ?? 'public-body',
        tier: tier ?? listed?.tier,
        gss: gss ?? listed?.gss,
        source: source ?? listed?.source ?? '',
        certainty: said ? 'confirmed' : (listed?.certainty ?? 'confirmed'),
      },
      terminal,
    );
  },
};

async function enter(body: NewBody, terminal: Terminal): Promise<number> {
  const outcome = await enteredIn(body, terminal);
  if (!outcome.ok) {
    terminal.err(explain(outcome.error, body));
    return 1;
  }
  terminal.out(`${body.name} is in the register: /bodies/${body.id}`);
  terminal.out(`Its offices so far: ${outcome.value.offices.join(', ')}.`);
  terminal.out('Open an account for one with: accord account add EMAIL --office OFFICE');
  return 0;
}

/** Enters the body through the Accord that is running, or by opening the database for it. */
export function enteredIn(
  body: NewBody,
  { configuration, err }: Terminal,
): Promise<Result<{ offices: string[] }, EnterBodyRefusal>> {
  return withDatabase(configuration, async (database, appUrl) => {
    const head = await openRecordHead({ url: appUrl, onError: (error) => err(String(error)) });
    try {
      return await enterBody({ database, clock: systemClock, head }, body);
    } finally {
      await head.close();
    }
  });
}

/** Why a body was not entered, and what to do. */
export function explain(refusal: EnterBodyRefusal, { id, name, gss }: NewBody): string {
  if (typeof refusal === 'object') {
    return refusal.bodyId === id
      ? `${id} is in the register already. Its officers keep it there.`
      : `${name} is in the register already, as ${refusal.bodyId}: it has the code ${gss ?? ''}. Use that word.`;
  }
  switch (refusal) {
    case 'name-missing':
      return 'Give the name of the body with --name, such as --name "Oxford City Council".';
    case 'name-too-long':
      return 'The name must be 120 characters or fewer.';
    case 'id-not-a-word':
      return `“${id}” cannot stand in an address. Use small letters and digits joined by hyphens, such as oxford or west-kent.`;
    case 'gss-not-a-code':
      return `“${gss ?? ''}” is not a code of the Office for National Statistics. Write it like E07000178, or leave --gss out.`;
    case 'source-missing':
      return 'Say with --source where it is written that there is such a body.';
    default:
      return never(refusal);
  }
}
