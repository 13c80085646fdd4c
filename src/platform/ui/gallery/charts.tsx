import type { VNode } from 'preact';
import { BarChart } from '../charts/bar-chart.tsx';
import { LineChart } from '../charts/line-chart.tsx';
import { RankedDots } from '../charts/ranked-dots.tsx';
import { SmallMultiples } from '../charts/small-multiples.tsx';
import { StackedBars } from '../charts/stacked-bars.tsx';
import { Treemap } from '../charts/treemap.tsx';
import { TileMap } from '../tile-map/tile-map.tsx';
import { places, source } from './places.ts';
import { Example, Section } from './section.tsx';

const count = (value: number): string => value.toLocaleString('en-GB');
const millions = (value: number): string => `£${(value / 1_000_000).toFixed(1)}m`;
const downloads = { csv: '#charts', json: '#charts' };

export const Charts = (): VNode => (
  <Section title="Charts and maps">
    <Example name="Tile map">
      <TileMap
        title="Residents by district"
        caption="The county council covers all of these places."
        valueTitle="Residents"
        tiles={places.map((place) => ({
          ...place,
          href: '#charts',
          value: place.residents,
          valueInWords: `${Math.round(place.residents / 1000)}k`,
        }))}
        bands={[
          { from: 0, label: 'under 100,000' },
          { from: 100_000, label: '100,000 to 119,999' },
          { from: 120_000, label: '120,000 to 139,999' },
          { from: 140_000, label: '140,000 to 159,999' },
          { from: 160_000, label: '160,000 and over' },
        ]}
        source={source}
      />
    </Example>
    <Example name="Bars">
      <BarChart
        id="gallery-bars"
        title="Residents by district, June 2020"
        description="Oastley has the most residents, Northmarsh the fewest."
        labelTitle="District"
        valueTitle="Residents"
        format={count}
        bars={[
          ...places.map(({ name, residents }) => ({
            label: name,
            value: residents,
            emphasised: name === 'Oastley',
          })),
          { label: 'A place that has not answered', value: undefined },
        ]}
        source={source}
        downloads={downloads}
      />
    </Example>
    <Example name="Lines">
      <LineChart
        id="gallery-lines"
        title="Visits to shared libraries, thousands"
        description="Visits in the north rose each year; in the south nothing was counted in 2008/09."
        periodTitle="Year"
        periods={['2005/06', '2006/07', '2007/08', '2008/09', '2009/10', '2010/11']}
        series={[
          { name: 'North', values: [110, 124, 131, 140, 152, 171] },
          { name: 'South', values: [90, 88, 97, undefined, 104, 101] },
          { name: 'Mobile', values: [31, 30, 28, 26, 25, 22] },
        ]}
        format={count}
        source={source}
      />
    </Example>
    <Example name="Lines with a plan and how sure they are">
      <LineChart
        id="gallery-plan"
        title="New homes completed in a year"
        description="Completions followed the plan until 2008/09 and then fell behind it."
        periodTitle="Year"
        periods={['2006/07', '2007/08', '2008/09', '2009/10', '2010/11']}
        series={[
          {
            name: 'Measured',
            values: [610, 640, 655, 650, undefined],
            ranges: [610, 640, 655, 650].map((value) => ({ low: value - 12, high: value + 12 })),
          },
          { name: 'Planned', values: [610, 635, 660, 685, 710], isPlanned: true },
        ]}
        scale="fitted"
        format={count}
        source={source}
      />
    </Example>
    <Example name="Small multiples">
      <SmallMultiples
        id="gallery-panels"
        title="Residents by district, thousands"
        description="Each district grew a little from year to year."
        labelTitle="District"
        periods={['2018', '2019', '2020']}
        panels={places.map(({ name, residents }) => ({
          label: name,
          values: [residents * 0.96, residents * 0.98, residents].map((each) => Math.round(each / 1000)),
          emphasised: name === 'Oastley',
        }))}
        format={count}
        source={source}
      />
    </Example>
    <Example name="Stacked bars">
      <StackedBars
        id="gallery-stack"
        title="Who pays for the shared service"
        description="The county pays most in both years, and its share fell."
        labelTitle="Year"
        parts={['County', 'Districts', 'Others']}
        bars={[
          { label: '2008/09', values: [2_400_000, 1_300_000, 500_000] },
          { label: '2009/10', values: [2_100_000, 1_500_000, 650_000] },
        ]}
        format={millions}
        source={source}
      />
    </Example>
    <Example name="Ranked dots">
      <RankedDots
        id="gallery-dots"
        title="Spending by district, 2008/09"
        description="Oastley spends most and lies furthest above the average."
        labelTitle="District"
        valueTitle="Spending"
        format={millions}
        bars={places.map(({ name, spending }) => ({
          label: name,
          value: spending,
          emphasised: name === 'Oastley',
        }))}
        reference={{ label: 'the average', value: 17_974_000 }}
        source={source}
      />
    </Example>
    <Example name="Treemap">
      <Treemap
        id="gallery-treemap"
        title="What the partnership spends on, 2008/09"
        description="Highways and waste take more than half."
        labelTitle="Purpose"
        valueTitle="Spending"
        format={millions}
        parts={[
          { label: 'Highways', value: 41_000_000 },
          { label: 'Waste collection and recycling', value: 33_500_000 },
          { label: 'Libraries', value: 17_000_000 },
          { label: 'Community safety', value: 12_200_000 },
          { label: 'Parks and open spaces', value: 9_900_000 },
          { label: 'Economic development', value: 7_400_000 },
          { label: 'Sport', value: 2_100_000 },
          { label: 'Archives', value: 900_000 },
        ]}
        source={source}
      />
    </Example>
  </Section>
);
