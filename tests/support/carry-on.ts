import type { TestSite } from './open-site.ts';
import { actingIn, type Visitor } from './visitor.ts';

const body = '/bodies/maidstone';
/** Far enough ahead to be closed whenever the tests run. */
const closedDay = '2035-12-27';

/**
 * Carries the example on a little, as officers of Maidstone, so that every page has something to show: a holding of the
 * Leader's office, a draft correction of a rule, a day on which the offices are closed. Answers the addresses' parameters.
 */
export async function carryOn({ address }: TestSite): Promise<Readonly<Record<string, string>>> {
  const officer = await actingIn(address, 'maidstone.monitoring-officer');
  const publish = async (path: string, answers: Readonly<Record<string, string>>) => {
    const { status, body: shown } = await officer.send(path, { ...answers, step: 'publish' });
    if (status !== 303) throw new Error(`${path} answered ${status}: ${errorsIn(shown)}`);
  };

  await publish(`${body}/offices/leader/holdings/add`, {
    holder: 'office',
    'holder-office': 'maidstone.chief-executive',
    'from-day': '1',
    'from-month': '4',
    'from-year': '2026',
    source: 'Council minutes, 1 April 2026',
  });
  await publish(`${body}/closures/add`, {
    ...dateAnswers('day', closedDay),
    reason: 'Christmas',
    source: 'Council constitution, part 4',
  });
  await publish(`${body}/rules/callIn.window/correct`, {
    value: '6',
    unit: 'working-days',
    ...dateAnswers('from', '2026-05-01'),
    replaces: 'none',
    source: 'Council constitution, part 4',
    certainty: 'confirmed',
    reason: 'The Council changed its constitution',
  });
  return { holding: await firstHolding(officer), day: closedDay };
}

function dateAnswers(name: string, on: string): Readonly<Record<string, string>> {
  const [year = '', month = '', day = ''] = on.split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
}

async function firstHolding(officer: Visitor): Promise<string> {
  const { body: shown } = await officer.get(`${body}/offices/manage`);
  return /\/offices\/leader\/holdings\/(?!add)([\w-]+)"/.exec(shown)?.[1] ?? 'none';
}

const errorsIn = (shown: string): string =>
  /govuk-error-summary__list">(.*?)<\/ul>/s.exec(shown)?.[1]?.replaceAll(/<[^>]+>/g, ' ') ??
  shown.slice(0, 200);
