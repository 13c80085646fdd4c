import type { IsoDate } from '#platform/kernel';
import type { Dataset } from '#platform/http';
import { reportPath } from '../domain/scrutiny/report.ts';
import type { ReportAt } from './recommendations.ts';

const source = 'Recommendations of overview and scrutiny committees, as published, and where they stand';

/** Reports, one a row, with where the executive’s answer is. */
export const reportsDataset = (reports: readonly ReportAt[]): Dataset => ({
  name: 'scrutiny-reports',
  source,
  columns: [
    { key: 'body', title: 'Body' },
    { key: 'reference', title: 'Reference' },
    { key: 'page', title: 'Page' },
    { key: 'title', title: 'Title' },
    { key: 'committee', title: 'Committee' },
    { key: 'madeOn', title: 'Made on' },
    { key: 'receivedOn', title: 'Received by the executive on' },
    { key: 'recommendations', title: 'Recommendations' },
    { key: 'answer', title: 'Answer' },
    { key: 'answerBy', title: 'Answer due by' },
    { key: 'answeredOn', title: 'Answered on' },
    { key: 'slipped', title: 'Conditions slipped' },
  ],
  rows: reports.map(({ report, response, due, conditions }) => ({
    body: report.bodyId,
    reference: report.reference,
    page: reportPath(report),
    title: report.title,
    committee: report.committee,
    madeOn: report.madeOn,
    receivedOn: report.receivedOn ?? null,
    recommendations: report.recommendations.length,
    answer: response.standing,
    answerBy: due.due === 'known' ? due.by.date : null,
    answeredOn: response.standing === 'answered' ? response.on : null,
    slipped: conditions.filter(({ standing }) => standing.standing === 'slipped').length,
  })),
});

/** Conditions, one a row, with where each stands. */
export const conditionsDataset = (name: string, reports: readonly ReportAt[], on: IsoDate): Dataset => ({
  name,
  source: `${source} on ${on}`,
  columns: [
    { key: 'body', title: 'Body' },
    { key: 'reference', title: 'Reference' },
    { key: 'committee', title: 'Committee' },
    { key: 'recommendation', title: 'Recommendation' },
    { key: 'condition', title: 'Condition' },
    { key: 'text', title: 'Text' },
    { key: 'standing', title: 'Standing' },
    { key: 'because', title: 'Because' },
    { key: 'since', title: 'Slipped since' },
    { key: 'due', title: 'Due by' },
    { key: 'metOn', title: 'Met on' },
  ],
  rows: reports.flatMap(({ conditions }) =>
    conditions.map(({ report, recommendation, condition, standing }) => ({
      body: report.bodyId,
      reference: report.reference,
      committee: report.committee,
      recommendation: recommendation.number,
      condition: condition.number,
      text: condition.text,
      standing: standing.standing,
      because:
        standing.standing === 'not-yet-watched'
          ? standing.because
          : standing.standing === 'slipped'
            ? standing.why
            : null,
      since: standing.standing === 'slipped' ? standing.since : null,
      due:
        standing.standing === 'slipped' || standing.standing === 'on-track' ? (standing.due ?? null) : null,
      metOn: standing.standing === 'met' ? standing.on : null,
    })),
  ),
});
