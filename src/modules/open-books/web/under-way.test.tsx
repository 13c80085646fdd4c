import { date } from '#platform/kernel';
import type { Visit } from '#platform/http';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { OwedTag } from './completeness/standing.tsx';
import { LandingPage } from './explore/landing-page.tsx';
import { SumsChart } from './explore/sums-chart.tsx';

const today = date('2026-09-20');
const visit = { on: today, today, path: '/money' } as Visit;

test('a council whose payments are still being loaded is not said to have published nothing', () => {
  const landing = (isUnderWay: boolean) =>
    renderToString(
      <LandingPage
        found={{ standing: [], releases: [] } as never}
        accounts={[]}
        councils={[{ id: 'maidstone', name: 'Maidstone Borough Council' } as never]}
        isUnderWay={isUnderWay}
        visit={visit}
      />,
    );
  expect(landing(false)).toContain('1 council has published no payments here');
  expect(landing(true)).toContain('The payments of 1 council are still being loaded');
  expect(landing(true)).not.toMatch(/published no payments|Nothing published|No release has been published/);
  const owed = (isUnderWay: boolean) =>
    renderToString(
      <OwedTag
        standing={{ is: 'not-published', daysLate: 40 }}
        isIllustrative={false}
        isUnderWay={isUnderWay}
      />,
    );
  expect(owed(false)).toContain('40 days late');
  expect(owed(true)).toContain('Being loaded');
});

test('a chart beside the table of its figures brings no second one, and one by itself does', () => {
  const chart = (hasTable: boolean) =>
    renderToString(
      <SumsChart
        sums={[{ key: 'parks', name: 'Parks', pence: 100n, payments: 1 }]}
        by="department"
        total={{ pence: 100n, payments: 1 } as never}
        view={{} as never}
        source={{ text: 'A test', isIllustrative: false, latest: undefined } as never}
        hasTable={hasTable}
      />,
    );
  expect(chart(true)).not.toContain('<table');
  expect(chart(false)).toContain('<table');
});
