import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { Certainty, type CertaintyMark, certaintyMarks } from './certainty.tsx';
import { KeyFigures } from './key-figures.tsx';
import { Timeline } from './timeline.tsx';

it('tells every certainty apart by its words alone', () => {
  const marks = Object.keys(certaintyMarks) as CertaintyMark[];
  const words = marks.map((mark) => renderToString(<Certainty mark={mark} />).replaceAll(/<[^>]+>/g, ''));
  expect(new Set(words).size).toBe(marks.length);
});

it('says what a key figure counts before the figure', () => {
  const html = renderToString(
    <KeyFigures figures={[{ label: 'Residents', value: '151,000', detail: 'June 2020' }]} />,
  );
  expect(html.indexOf('Residents')).toBeLessThan(html.indexOf('151,000'));
});

it('dates every event of a timeline for people and for machines', () => {
  const html = renderToString(
    <Timeline
      events={[{ on: '2008-07-09', onInWords: '9 July 2008', title: 'Cabinet agreed the Kent Commitment' }]}
    />,
  );
  expect(html).toContain('<time class="accord-timeline__date" datetime="2008-07-09">9 July 2008</time>');
});
