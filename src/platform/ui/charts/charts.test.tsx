import { renderToString } from 'preact-render-to-string';
import type { VNode } from 'preact';
import { describe, expect, it } from 'vitest';
import { BarChart } from './bar-chart.tsx';
import { LineChart } from './line-chart.tsx';
import { RankedDots } from './ranked-dots.tsx';
import { SmallMultiples } from './small-multiples.tsx';
import { StackedBars } from './stacked-bars.tsx';
import { Treemap } from './treemap.tsx';
import { wrapWords } from './wrap-words.ts';

const about = { id: 'chart', title: 'Residents, June 2020', description: 'Canterbury has the most.' };
const bars = [
  { label: 'Dartford', value: 50 },
  { label: 'Canterbury', value: 100 },
  { label: 'Folkestone and Hythe', value: undefined },
];
const named = { labelTitle: 'District', valueTitle: 'Residents', format: (value: number) => `${value}k` };

const every: Readonly<Record<string, VNode>> = {
  bars: <BarChart {...about} {...named} bars={bars} />,
  dots: <RankedDots {...about} {...named} bars={bars} reference={{ label: 'the average', value: 75 }} />,
  lines: (
    <LineChart
      {...about}
      {...named}
      periodTitle="Year"
      periods={['2007/08', '2008/09', '2009/10']}
      series={[{ name: 'Visits', values: [50, undefined, 100] }]}
    />
  ),
  panels: (
    <SmallMultiples
      {...about}
      {...named}
      periods={['2007/08', '2008/09']}
      panels={[{ label: 'Dartford', values: [50, 100] }]}
    />
  ),
  stack: (
    <StackedBars
      {...about}
      {...named}
      parts={['County', 'Districts']}
      bars={[{ label: '2008/09', values: [50, 100] }]}
    />
  ),
  treemap: (
    <Treemap
      {...about}
      {...named}
      parts={[
        { label: 'Waste', value: 100 },
        { label: 'Parks', value: 50 },
      ]}
    />
  ),
};

describe.each(Object.entries(every))('a chart of %s', (_, chart) => {
  const html = renderToString(chart);
  const drawings = html.match(/<svg class="accord-chart__drawing.*?<\/svg>/gs) ?? [];

  it('is drawn wide and narrow, each with a name and a description', () => {
    expect(drawings).toHaveLength(2);
    for (const drawing of drawings) {
      const id = /aria-labelledby="(\S+)-title"/.exec(drawing)?.[1] ?? '';
      expect(drawing).toContain('role="img"');
      expect(drawing).toContain(`<title id="${id}-title">Residents, June 2020</title>`);
      expect(drawing).toContain(`<desc id="${id}-description">Canterbury has the most.</desc>`);
    }
  });

  it('has the same figures as a table', () => {
    expect(html).toContain('<table');
    for (const figure of ['50k', '100k']) {
      expect(html.slice(html.indexOf('<table'))).toContain(figure);
    }
  });

  it('leaves every look to the styles', () => {
    expect(html).not.toMatch(/ style=|fill="#|stroke="#|font-size=/);
    expect(html).not.toContain('NaN');
  });
});

const shape = (html: string, pattern: RegExp): number[] =>
  [...(/--wide".*?<\/svg>/s.exec(html)?.[0] ?? '').matchAll(pattern)].map(([, length]) => Number(length));

it('draws a bar twice as long for twice the value, from nought', () => {
  const [dartford = 0, canterbury = 0, unknown] = shape(
    renderToString(every['bars'] ?? <></>),
    /<rect[^>]* width="([\d.]+)"/g,
  );
  expect(canterbury).toBeCloseTo(dartford * 2, 5);
  expect(unknown).toBe(0);
});

it('says what is not known, in the drawing and in the table', () => {
  expect(renderToString(every['bars'] ?? <></>).match(/not known/g)).toHaveLength(3);
});

it('breaks a line where nothing was measured', () => {
  const path =
    /class="accord-line accord-line-1" d="([^"]+)"/.exec(renderToString(every['lines'] ?? <></>))?.[1] ?? '';
  expect(path.match(/M/g)).toHaveLength(2);
});

it('ranks dots from the highest, the unknown last', () => {
  const html = renderToString(every['dots'] ?? <></>);
  const order = ['Canterbury', 'Dartford', 'Folkestone'].map((name) => html.indexOf(name));
  expect(order).toEqual(order.toSorted((one, other) => one - other));
});

it('gives each part of a whole an area like its share', () => {
  const [waste = 0, parks = 0] = [
    ...renderToString(every['treemap'] ?? <></>).matchAll(/<rect[^>]* width="([\d.]+)" height="([\d.]+)"/g),
  ].map(([, width, height]) => Number(width) * Number(height));
  expect(waste / parks).toBeCloseTo(2, 1);
});

it('draws nothing that is not a number when there is nothing to draw', () => {
  expect(renderToString(<BarChart {...about} {...named} bars={[]} />)).not.toContain('NaN');
  expect(
    renderToString(<BarChart {...about} {...named} bars={[{ label: 'Swale', value: 0 }]} />),
  ).not.toContain('NaN');
  expect(
    renderToString(<LineChart {...about} {...named} periodTitle="Year" periods={[]} series={[]} />),
  ).not.toContain('NaN');
  expect(
    renderToString(<LineChart {...about} {...named} periodTitle="Year" periods={[]} series={[]} />),
  ).not.toContain('Infinity');
});

it('breaks labels between words only', () => {
  expect(wrapWords('Tonbridge and Malling', 13)).toEqual(['Tonbridge and', 'Malling']);
  expect(wrapWords('Tonbridge', 4)).toEqual(['Tonbridge']);
});

it('has no more parts than there are colours to tell them apart', () => {
  const stack = (count: number) => {
    const parts = Array.from({ length: count }, (_, part) => `Part ${part}`);
    const bars = [{ label: '2008/09', values: parts.map(() => 1) }];
    return () => renderToString(<StackedBars {...about} {...named} parts={parts} bars={bars} />);
  };
  expect(stack(4)).not.toThrow();
  expect(stack(5)).toThrow('5 parts');
});
