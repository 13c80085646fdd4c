import { Heading, SummaryList } from '#platform/ui';
import { noticeRows, type NoticeRow } from '../../../domain/notice/in-words.ts';
import { noticeChanges } from '../../../domain/notice/notice.ts';
import type { NoticeDraft } from '../../../queries/notice-drafts.ts';
import type { SectionId } from '../form/sections.ts';
import { Lines, placeNames } from '../parts/said.tsx';
import type { Checked } from './checked.ts';

/** Every answer once more, each with the way to change it. */
export function WhatItWillSay({
  path,
  found,
  checked,
}: Readonly<{ path: string; found: NoticeDraft; checked: Checked }>) {
  const { asked } = checked;
  const rows: readonly NoticeRow[] = [
    ...(asked.change === 'first'
      ? []
      : [
          { key: 'change', name: 'What happens', value: noticeChanges[asked.change] },
          { key: 'reason', name: 'Why', value: asked.reason },
        ]),
    { key: 'title', name: 'Title', value: asked.content.title },
    ...(asked.change === 'withdrawn' ? [] : noticeRows(asked.content, placeNames(found.places))),
  ];
  return (
    <>
      <Heading size="m">What it will say</Heading>
      <SummaryList
        class="accord-typed"
        rows={rows.map(({ key, name, value }) => ({
          key: name,
          value: {
            children: value === '' ? <span class="govuk-hint">Nothing</span> : <Lines text={value} />,
          },
          actions: [
            {
              href: `${path}/${sectionOfRow[key] ?? 'matter'}`,
              children: 'Change',
              visuallyHiddenText: name.toLowerCase(),
            },
          ],
        }))}
      />
    </>
  );
}

/** In which part of the form a row is answered. */
const sectionOfRow: Readonly<Record<string, SectionId>> = {
  change: 'change',
  reason: 'change',
  maker: 'maker',
  members: 'maker',
  due: 'maker',
  key: 'key',
  figures: 'key',
  documents: 'papers',
  available: 'papers',
  others: 'papers',
  ask: 'papers',
  consultation: 'papers',
  access: 'access',
  paragraphs: 'access',
  interest: 'access',
  private: 'access',
  privateAgreement: 'access',
  representations: 'access',
  response: 'access',
  route: 'notice',
  told: 'notice',
  exception: 'notice',
  urgency: 'notice',
  plan: 'notice',
  local: 'notice',
};
