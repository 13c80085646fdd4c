import type { VNode } from 'preact';
import { BackLink } from '../components/back-link.tsx';
import { Button } from '../components/button.tsx';
import { Details } from '../components/details.tsx';
import { InsetText } from '../components/inset-text.tsx';
import { NotificationBanner } from '../components/notification-banner.tsx';
import { Panel } from '../components/panel.tsx';
import { Tabs } from '../components/tabs.tsx';
import { Tag, type TagColour } from '../components/tag.tsx';
import { WarningText } from '../components/warning-text.tsx';
import { Example, Section } from './section.tsx';

const colours: readonly TagColour[] = [
  'grey',
  'teal',
  'green',
  'blue',
  'purple',
  'magenta',
  'red',
  'orange',
  'yellow',
];

export const Words = (): VNode => (
  <Section title="Words">
    <Example name="Headings and text">
      <span class="govuk-caption-xl">Caption</span>
      <p class="govuk-heading-xl">Heading, extra large</p>
      <p class="govuk-heading-l">Heading, large</p>
      <p class="govuk-heading-m">Heading, medium</p>
      <p class="govuk-heading-s">Heading, small</p>
      <p class="govuk-body-l">A lead paragraph says in one sentence what the page is for.</p>
      <p class="govuk-body">
        A paragraph with{' '}
        <a class="govuk-link" href="#words">
          a link
        </a>
        , <strong>strong words</strong>, £1,234,567.89 and the letters that are easily confused: Il1, O0, rn
        m.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        <li>one thing</li>
        <li>and another</li>
      </ul>
    </Example>
    <Example name="Buttons">
      <div class="govuk-button-group">
        <Button>Publish the decision</Button>
        <Button variant="secondary">Save and come back later</Button>
        <Button variant="warning">Withdraw</Button>
        <Button disabled>Not yet</Button>
        <Button href="#words" start>
          Start now
        </Button>
      </div>
    </Example>
    <Example name="Tags">
      <p class="govuk-body">
        {colours.map((colour) => (
          <>
            <Tag colour={colour}>{colour}</Tag>{' '}
          </>
        ))}
        <Tag>plain</Tag>
      </p>
    </Example>
    <Example name="Inset text, warning, details">
      <InsetText>Call-in ends at 5pm on 16 July 2008.</InsetText>
      <WarningText>A decision cannot take effect before its call-in has ended.</WarningText>
      <Details summary="How this date was worked out">
        Five clear working days after publication; Saturday and Sunday were skipped.
      </Details>
    </Example>
    <Example name="Banners and confirmation">
      <NotificationBanner titleId="gallery-important">
        Two bodies have not adopted this yet.
      </NotificationBanner>
      <NotificationBanner success titleId="gallery-success" disableAutoFocus>
        Your changes are published.
      </NotificationBanner>
      <Panel title="Notice given" headingLevel={2}>
        Your reference is <strong>2008/41</strong>
      </Panel>
    </Example>
    <Example name="Back link and tabs">
      <BackLink href="#words" />
      <Tabs
        title="Decisions"
        items={[
          { label: 'Open', id: 'open', children: 'Two decisions may be called in.' },
          { label: 'Taken', id: 'taken', children: 'Forty decisions have taken effect.' },
        ]}
      />
    </Example>
  </Section>
);
