import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '#platform/kernel';
import type { Filling } from '#platform/testing';
import { draftAgreement } from './agreement-draft.ts';
import { carryOnConsultations } from './begun-consultation.ts';
import { bringReadings } from './bring-readings.ts';
import { linksInLetters } from './links-in-letters.ts';
import { bringSpending } from './bring-spending.ts';
import { carryOnNotices } from './notices.ts';
import { kentAsLoaded, openSite, type TestSite, useSite } from './open-site.ts';
import { carryOnPapers } from './published-paper.ts';
import type { Parameters } from './sample-addresses.ts';
import { draftProposal } from './proposal-draft.ts';
import { signCallIn } from './sign-call-in.ts';
import { begunRecord } from './record-decision.ts';
import { runMeeting } from './run-meeting.ts';
import { actingIn, type Visitor } from './visitor.ts';

const body = '/bodies/maidstone';
/** Far enough ahead to be closed whenever the tests run. */
const closedDay = '2035-12-27';

/** What stands for the parameters of addresses, among the files of the site. */
const kept = 'parameters.json';

/**
 * Opens the site for the test file that calls it, at its top, with the example carried on: once for all that open on the same
 * day, or at the same moment. Ask the returned function for it, and for what stands for the parameters of addresses, inside a test.
 */
export function useCarriedOnSite(
  settings: Readonly<Record<string, string>> = {},
  clock?: Clock,
): () => TestSite & Readonly<{ parameters: Parameters }> {
  const site = useSite(settings, clock, carriedOn);
  return () => {
    const { dataFolder } = site().configuration;
    return { ...site(), parameters: JSON.parse(readFileSync(join(dataFolder, kept), 'utf8')) };
  };
}

const carriedOn = (clock: Clock | undefined): Filling => ({
  name: 'carried on',
  upon: kentAsLoaded(clock),
  async fill({ dataFolder, ...test }) {
    const site = await openSite(dataFolder, test, {}, clock);
    writeFileSync(join(dataFolder, kept), JSON.stringify(await carryOn(site)));
    await site.house.close();
  },
});

/**
 * Carries the example on a little, as officers of Maidstone, so that every page has something to show: a holding of the
 * Leader's office, a draft correction of a rule, a day on which the offices are closed, somebody who follows. Answers what stands for the
 * parameters of addresses from then on.
 */
async function carryOn(site: TestSite): Promise<Parameters> {
  const { address } = site;
  const officer = await actingIn(address, 'maidstone.monitoring-officer');
  const publish = async (path: string, answers: Readonly<Record<string, string>>) => {
    const { status, body: shown, to } = await officer.send(path, { ...answers, step: 'publish' });
    if (status !== 303) throw new Error(`${path} answered ${status}: ${errorsIn(shown)}`);
    return to ?? '';
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
  const window = `${body}/rules/callIn.window`;
  const correct = (workingDays: number, from: string) =>
    publish(`${window}/correct`, {
      value: String(workingDays),
      unit: 'working-days',
      ...dateAnswers('from', from),
      replaces: 'none',
      source: 'Council constitution, part 4',
      certainty: 'confirmed',
      reason: 'The Council changed its constitution',
    });
  await correct(6, '2026-05-01');
  const corrected = await publish(`${window}/check`, {});
  await correct(7, '2026-06-01');

  const opened = await officer.send(`${body}/accounts/open`, {
    email: 'holder@maidstone.example',
    office: 'maidstone.democratic-services-officer',
    ...dateAnswers('from', '2026-04-01'),
  });
  const account = foundIn(opened.body, /\/accounts\/([\w-]{36})"/);
  const token = foundIn(opened.body, /\/set-password\/([\w-]+)/);
  const { body: shown } = await officer.get(`${body}/accounts/${account}`);
  const appointment = foundIn(shown, /\/appointments\/([\w-]+)\/end"/);

  const paper = await carryOnPapers(site.test);
  await bringFile(officer);

  return {
    paper,
    account,
    token,
    appointment,
    ...(await linksInLetters(site)),
    batch: await bringReadings(address),
    import: await bringSpending(address),
    signature: await signCallIn(officer),
    decisionDraft: await begunRecord(officer),
    proposalDraft: await draftProposal(officer),
    agreementDraft: await begunAgreement(address),
    ...(await carryOnNotices(officer)),
    ...(await runMeeting(officer, site.today())),
    ...(await carryOnConsultations(site, await actingIn(address, 'maidstone.performance-officer'))),
    holding: await firstHolding(officer),
    day: closedDay,
    version: new URL(corrected, address).searchParams.get('version') ?? '',
  };
}

/** A draft of an agreement, with every page of it answered. */
async function begunAgreement(address: string): Promise<string> {
  const draft = await draftAgreement(await actingIn(address, 'maidstone.performance-officer'));
  return draft.replace(/^.*\//, '');
}

function dateAnswers(name: string, on: string): Readonly<Record<string, string>> {
  const [year = '', month = '', day = ''] = on.split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
}

const foundIn = (text: string, pattern: RegExp): string => pattern.exec(text)?.[1] ?? 'none';

/** A file of another system, checked and not yet written, one of whose rows is wrong. */
async function bringFile(officer: Visitor): Promise<void> {
  const path = '/office/maidstone/import';
  const holds = [
    'Ref,Title,Decision maker,Decision date,Publication date,Decision',
    'A1,Old matter,Cabinet,9 July 2007,11 July 2007,That it be noted',
    'A2,Another,Cabinet,31 June 2007,11 July 2007,That it be noted',
  ].join('\n');
  const file = { field: 'file', name: 'export.csv', type: 'text/csv', holds };
  const sent = await officer.upload(path, { ...(await officer.hiddenFields(path)), kind: 'decisions' }, [
    file,
  ]);
  if (sent.status !== 303) throw new Error(`${path} answered ${sent.status}: ${errorsIn(sent.body)}`);
}

async function firstHolding(officer: Visitor): Promise<string> {
  const { body: shown } = await officer.get(`${body}/offices/manage`);
  return foundIn(shown, /\/offices\/leader\/holdings\/(?!add)([\w-]+)"/);
}

const errorsIn = (shown: string): string =>
  /govuk-error-summary__list">(.*?)<\/ul>/s.exec(shown)?.[1]?.replaceAll(/<[^>]+>/g, ' ') ??
  shown.slice(0, 200);
