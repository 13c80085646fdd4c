import { errorsOf } from './read-page.ts';
import type { Visitor } from './visitor.ts';

const manage = '/decisions/maidstone/2008-001/call-in/manage';

/**
 * Enters one member's signature under a call-in of the example's decision of July 2008, one too few to be public, so that
 * there is a signature which only Maidstone sees; answers its id. The hour at which the window closed is in no source, so
 * it is entered first.
 */
export async function signCallIn(officer: Visitor): Promise<string> {
  const rule = '/bodies/maidstone/rules/callIn.closeTime/correct';
  const corrected = await officer.send(rule, {
    value: '17:00',
    'until-day': '1',
    'until-month': '5',
    'until-year': '2015',
    replaces: 'none',
    source: 'Council constitution, part 4',
    certainty: 'confirmed',
    reason: 'The hour was missing',
    step: 'publish',
  });
  if (corrected.status !== 303) throw new Error(`${rule}: ${errorsOf(corrected).join('; ')}`);
  const entered = await officer.send(`${manage}/received`, {
    'on-day': '14',
    'on-month': '7',
    'on-year': '2008',
    time: '10:00',
    'member-2': 'yes',
    reasons: 'The cost',
    step: 'publish',
  });
  if (entered.status !== 303) throw new Error(`${manage}: ${errorsOf(entered).join('; ')}`);
  const { body } = await officer.get(manage);
  return /\/signatures\/([\w-]+)\/withdraw"/.exec(body)?.[1] ?? 'none';
}
