import {
  askAgain,
  notFound,
  type OfficeRoute,
  type OfficeVisit,
  page,
  redirect,
  type Reply,
} from '#platform/http';
import { ok, refuse } from '#platform/kernel';
import { isStale, type Services } from '#platform/module';
import { Bullets, DataTable, Link, Prose, Text } from '#platform/ui';
import { CheckAnswers, dateAnswers, officePage, once, takeStep } from '#platform/web';
import { recordRewardBudget, recordRewardPayment } from '../../../actions/reward/record-reward-money.ts';
import { setReward } from '../../../actions/reward/set-reward.ts';
import { rewardPath } from '../../../domain/reward/reward-set.ts';
import { mayKeepReward } from '../../../permissions.ts';
import { agreementsKept, rewardWork } from '../../../queries/reward/reward-work.ts';
import { explainReward } from './explain.ts';
import { readBudget, readPayment } from './money-form.ts';
import { budgetPage, paymentPage } from './money-pages.tsx';
import { readRewardSet } from './set-form.ts';
import { rewardSteps, setPage, type SetWork } from './set-page.tsx';
import { setRows } from './set-rows.ts';

const list = '/office/:body/reward';
const noSuchWork =
  'Your body keeps no agreement with this address. The page on reward lists the agreements it keeps.';

type Work = SetWork & Readonly<{ agreementId: string }>;

/** Keeping the reward of the agreements of a body: its rules, the budgets that make its pot, and what was paid. */
export function rewardOfficeRoutes(services: Services): readonly OfficeRoute[] {
  const of =
    (handle: (work: Work, visit: OfficeVisit) => Promise<Reply> | Reply) => async (visit: OfficeVisit) => {
      const work = await find(services, visit);
      return work === undefined ? notFound(noSuchWork) : handle(work, visit);
    };
  const both = (
    path: string,
    show: (work: Work, visit: OfficeVisit) => Reply,
    submit: (services: Services, work: Work, visit: OfficeVisit) => Promise<Reply>,
  ): readonly OfficeRoute[] => [
    { method: 'GET', path: `${list}/:rewardAgreement/${path}`, may: mayKeepReward, handle: of(show) },
    {
      method: 'POST',
      path: `${list}/:rewardAgreement/${path}`,
      may: mayKeepReward,
      handle: of((work, visit) => submit(services, work, visit)),
    },
  ];
  return [
    { method: 'GET', path: list, may: mayKeepReward, handle: (visit) => showList(services, visit) },
    ...both('rules', (work, { today }) => page(setPage(work, firstAnswers(work, today), {})), submitSet),
    ...both('budgets', (work) => page(budgetPage(work, {}, {})), submitBudget),
    ...both(
      'payments',
      (work, { today }) => page(paymentPage(work, dateAnswers('paidOn', today), {})),
      submitPayment,
    ),
  ];
}

async function find(
  { database }: Services,
  { actor, params, today }: OfficeVisit,
): Promise<Work | undefined> {
  const agreementId = params['rewardAgreement'] ?? '';
  const found = await rewardWork(database, agreementId, today);
  if (found === undefined || !found.keepers.includes(actor.bodyId)) return undefined;
  const { title, targets, parties, last } = found;
  return { actor, agreementId, title, last, nameable: { agreementId, targets, parties } };
}

const firstAnswers = ({ nameable }: Work, today: OfficeVisit['today']) => ({
  ...dateAnswers('from', today),
  budgetPart: '2.5',
  ...Object.fromEntries(nameable.targets.map(({ number }) => [`target-${number}`, 'yes'])),
});

async function submitSet(services: Services, work: Work, visit: OfficeVisit): Promise<Reply> {
  let stale: Parameters<typeof setPage>[3];
  const { nameable } = work;
  return takeStep(visit, {
    read: (answers) => readRewardSet(answers, nameable),
    ask: (answers, errors) => setPage(work, answers, errors, stale),
    check: ({ set }, answers) =>
      page(
        officePage(work.actor, rewardSteps(work), {
          title: 'Check these rules',
          caption: work.title,
          main: (
            <Prose>
              <CheckAnswers rows={setRows(set, nameable)} answers={answers} publish="Publish these rules" />
            </Prose>
          ),
        }),
      ),
    publish: async ({ set, seen }) => {
      const outcome = await setReward(services, work.actor, work.agreementId, set, seen, once(visit));
      if (outcome.ok)
        return ok(published(work, `Set ${outcome.value.number} of the reward rules is published.`));
      if (!isStale(outcome.error)) return refuse(explainReward(outcome.error));
      stale = { theirs: outcome.error.stale, yours: setRows(set, nameable) };
      return refuse({
        form: 'Another officer published these rules meanwhile. Look at both, then send yours again',
      });
    },
  });
}

async function submitBudget(services: Services, work: Work, visit: OfficeVisit): Promise<Reply> {
  const read = readBudget(visit.answers);
  if (!read.ok) return askAgain(budgetPage(work, visit.answers, read.error));
  const outcome = await recordRewardBudget(services, work.actor, work.agreementId, read.value, once(visit));
  if (outcome.ok) return published(work, 'The requirement is published.');
  return askAgain(budgetPage(work, visit.answers, explainReward(outcome.error)));
}

async function submitPayment(services: Services, work: Work, visit: OfficeVisit): Promise<Reply> {
  const read = readPayment(visit.answers);
  if (!read.ok) return askAgain(paymentPage(work, visit.answers, read.error));
  const outcome = await recordRewardPayment(services, work.actor, work.agreementId, read.value, once(visit));
  if (outcome.ok) return published(work, 'The payment is published.');
  return askAgain(paymentPage(work, visit.answers, explainReward(outcome.error)));
}

const published = ({ agreementId }: Work, says: string): Reply =>
  redirect(rewardPath({ id: agreementId }), says);

async function showList({ database }: Services, { actor, today }: OfficeVisit): Promise<Reply> {
  const kept = await agreementsKept(database, actor.bodyId, today);
  const form = (id: string, word: string) => `/office/${actor.bodyId}/reward/${id}/${word}`;
  return page(
    officePage(actor, [], {
      title: 'Reward',
      main: (
        <Prose>
          <Text>
            For each agreement your body keeps: by which rules its targets are rewarded, the pot, and what was
            paid.
          </Text>
          <DataTable
            caption="Agreements your body keeps"
            rows={kept}
            empty="Your body keeps no agreement. Once it publishes one, its reward can be recorded here."
            narrow="stack"
            columns={[
              { title: 'Agreement', cell: ({ id, title }) => <Link href={rewardPath({ id })}>{title}</Link> },
              { title: 'Sets of rules', numeric: true, cell: ({ sets }) => sets },
              {
                title: 'What you can do',
                cell: ({ id, title }) => (
                  <Bullets
                    items={[
                      <Link href={form(id, 'rules')}>Record rules of {title}</Link>,
                      <Link href={form(id, 'budgets')}>Record a budget for {title}</Link>,
                      <Link href={form(id, 'payments')}>Record a payment of {title}</Link>,
                    ]}
                  />
                ),
              },
            ]}
          />
        </Prose>
      ),
    }),
  );
}
