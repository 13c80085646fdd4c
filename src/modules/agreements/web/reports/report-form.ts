import type { Answers, FieldErrors } from '#platform/http';
import { date, type IsoDate, never, ok, refuse, type Result } from '#platform/kernel';
import { explainCommon, isCommon, line, oneOf, passage, readAnswers } from '#platform/web';
import { z } from 'zod';
import type { NewReport, PublishReportRefusal } from '../../actions/publish-report.ts';
import { quartersBefore } from '../../domain/report/quarters.ts';
import { type ReportSubject, reportKinds } from '../../domain/report/report.ts';
import { tokenOf } from '../../domain/report/quote.ts';

/** So many quarters back can be reported on. */
const quarters = 8;

export const quartersFor = (today: IsoDate) => quartersBefore(today, quarters);

/** A subject as the value of a choice: `place ashford`. */
export const subjectValue = ({ of, id }: ReportSubject): string => `${of} ${id}`;
export const subjectText = ({ of, name }: ReportSubject): string => `${reportKinds[of]}: ${name}`;

/** Reads what a report is to be of. */
export function readReport(
  answers: Answers,
  subjects: readonly ReportSubject[],
  today: IsoDate,
): Result<NewReport, FieldErrors> {
  const periods = quartersFor(today);
  const choice = (values: readonly string[]) => values as [string, ...string[]];
  const read = readAnswers(
    z.object({
      subject: oneOf(choice(subjects.map(subjectValue)), 'Select what the report is of'),
      quarter: oneOf(choice(periods.map(({ to }) => to)), 'Select the quarter it is about'),
      title: line('the title of the report', { most: 160 }),
      says: passage('your own words', { most: 12_000, optional: true }),
    }),
    answers,
  );
  if (!read.ok) return read;
  const subject = subjects.find((each) => subjectValue(each) === read.value.subject);
  const period = periods.find(({ to }) => to === read.value.quarter);
  if (subject === undefined || period === undefined)
    return refuse({ subject: 'Select what the report is of' });
  return ok({ subject, period, title: read.value.title, says: read.value.says });
}

/** The sentence for each reason for which no report was published. */
export function explainReport(refusal: PublishReportRefusal): FieldErrors {
  if (typeof refusal === 'object') return explainTokens(refusal.unknownTokens);
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'period-not-over':
      return { quarter: 'This quarter is not over. Select one that is' };
    case 'nothing-to-report':
      return { subject: 'Nothing is measured of this, so there is nothing to report. Select another' };
    case 'figures-changed':
      return {
        form: 'A figure was published or revised since you looked the report over, so nothing was published. Check it once more',
      };
    default:
      return never(refusal);
  }
}

export const explainTokens = (tokens: readonly string[]): FieldErrors => ({
  says: `No published figure is known for ${tokens.join(', ')}. Write the series, the area and the last day of the period, like ${tokenOf('net-homes', 'kent', date('2009-03-31'))}, or the word latest in place of the day`,
});
