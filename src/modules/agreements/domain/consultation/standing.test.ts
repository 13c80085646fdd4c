import { date, instantInLondon, time } from '#platform/kernel';
import { expect, it } from 'vitest';
import { type ConsultationFacts, consultationStanding } from './standing.ts';

const at = (day: string, clock = '12:00') => instantInLondon({ date: date(day), time: time(clock) });
const facts: ConsultationFacts = {
  consultation: {
    opensAt: at('2026-07-01', '00:00'),
    closesAt: at('2026-07-31', '17:00'),
    resultsBy: date('2026-09-30'),
  },
  notices: [],
  resultsAt: undefined,
  responses: 3,
  points: [],
};
const on = (day: string, clock?: string, known: Partial<ConsultationFacts> = {}) =>
  consultationStanding({ ...facts, ...known }, at(day, clock)).standing;

it('opens and closes at its moments', () => {
  expect(on('2026-06-30', '23:59')).toBe('announced');
  expect(on('2026-07-01', '00:00')).toBe('open');
  expect(on('2026-07-31', '16:59')).toBe('open');
  expect(on('2026-07-31', '17:00')).toBe('results-due');
});

it('is open for longer only from the day on which that was said', () => {
  const notices = [{ closesAt: at('2026-08-15', '17:00'), at: at('2026-07-30') }];
  expect(consultationStanding({ ...facts, notices }, at('2026-07-29'))).toMatchObject({
    closesAt: at('2026-07-31', '17:00'),
  });
  expect(on('2026-08-15', '16:59', { notices })).toBe('open');
  expect(on('2026-08-15', '17:00', { notices })).toBe('results-due');
});

it('is late the day after the promise, until every response was told what became of it', () => {
  expect(on('2026-09-30', '23:59')).toBe('results-due');
  expect(on('2026-10-01', '00:00')).toBe('results-late');
  const some = { resultsAt: at('2026-09-01'), points: [{ responses: [1, 2], at: at('2026-09-02') }] };
  expect(on('2026-09-03', '12:00', some)).toBe('results-due');
  const all = { ...some, points: [...some.points, { responses: [2, 3], at: at('2026-10-02') }] };
  expect(on('2026-10-01', '12:00', all)).toBe('results-late');
  expect(consultationStanding({ ...facts, ...all }, at('2026-10-03'))).toEqual({
    standing: 'answered',
    on: date('2026-10-02'),
    isLate: true,
  });
});

it('is simply closed where no promise is known, and answered by its results where nobody answered', () => {
  const consultation = { ...facts.consultation, opensAt: undefined, resultsBy: undefined };
  expect(on('2026-08-01', '12:00', { consultation, resultsAt: at('2026-08-01'), responses: 73 })).toBe(
    'closed',
  );
  expect(on('2026-08-02', '12:00', { resultsAt: at('2026-08-01'), responses: 0 })).toBe('answered');
});
