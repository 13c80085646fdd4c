import { parseArgs } from 'node:util';
import { formatDate, isoDate, type IsoDate } from '#platform/kernel';
import {
  answerDates,
  calculatorAnswer,
  type DatesAnswered,
  questions,
  sayAsked,
  sayOutcome,
  sayWhy,
} from '#modules/governance';
import { systemClock } from '../system-clock.ts';
import { type Command, type Terminal, usage } from './command.ts';
import { withDatabase } from './with-database.ts';

export const dateCommand: Command = {
  name: 'date',
  takes: 'BODY [QUESTION] [DAY] [--days N --basis BASIS] [--closes HH:MM] [--effective RULE] [--json]',
  says: 'works out dates of notice, decisions and call-in by a body’s rules of the day, each explained; QUESTION as in /api/calculator',
  async run(given, terminal) {
    const text = { type: 'string' } as const;
    const { values, positionals } = parseArgs({
      args: [...given],
      options: { days: text, basis: text, closes: text, effective: text, json: { type: 'boolean' } },
      allowPositionals: true,
    });
    const { json = false, ...own } = values;
    const [body, ask = 'everything', day, ...more] = positionals;
    if (body === undefined) return usage(dateCommand, 'Give the body, such as maidstone.', terminal);
    if (more.length > 0)
      return usage(dateCommand, `There is nothing to do with "${more.join(' ')}".`, terminal);
    const on = dayGiven(day);
    if (on === undefined)
      return usage(dateCommand, `"${day}" is no date. Write the day like 2008-07-11.`, terminal);

    const answered = await withDatabase(terminal.configuration, (database) =>
      answerDates(database, { body, ask, ...own }, on),
    );
    if (!answered.ok) {
      for (const [field, sentence] of Object.entries(answered.error)) terminal.err(`${field}: ${sentence}.`);
      return 2;
    }
    if (json) terminal.out(JSON.stringify(calculatorAnswer(answered.value), null, 2));
    else tell(answered.value, terminal);
    return 0;
  },
};

function dayGiven(day: string | undefined): IsoDate | undefined {
  if (day === undefined) return systemClock.today();
  const read = isoDate(day);
  return read.ok ? read.value : undefined;
}

function tell({ body, asked, notThere, answers }: DatesAnswered, { out }: Terminal): void {
  out(`${body.name}, ${formatDate(asked.day, { weekday: 'long' })}`);
  if (notThere !== undefined) out(notThere);
  for (const { question, outcomes } of answers) {
    const { title, given } = questions[question];
    out(`\n${title}, if ${given} on this day`);
    for (const outcome of outcomes) {
      out(`  ${sayAsked[outcome.asked]}: ${sayOutcome(outcome)}`);
      if (outcome.standing !== 'known') continue;
      out(`    ${sayWhy(outcome)}`);
      for (const { title: rule, says, source } of outcome.rules)
        out(`    ${rule}: ${says}. Source: ${source}`);
    }
  }
}
