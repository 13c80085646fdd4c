import { expect, test } from 'vitest';
import { fixedClock } from '#platform/kernel';
import { useSite } from '../support/open-site.ts';
import { published } from '../support/publish-form.ts';
import { errorsOf, words } from '../support/read-page.ts';
import { boxes as dated } from '../support/record-decision.ts';
import { actingIn, visitorOf } from '../support/visitor.ts';

let now = new Date('2026-07-15T10:00:00Z');
const clock = { now: () => now, today: () => fixedClock(now).today() };
const site = useSite({}, clock);
const clerk = () => actingIn(site().address, 'maidstone.democratic-services-officer');
const reader = () => visitorOf(site().address);
const at = (moment: string) => {
  now = new Date(moment);
};

test('a substitute, a proxy, weights and dissent: the outcome is worked out, and who was there agrees with it', async () => {
  at('2026-07-15T10:00:00Z');
  let who = await clerk();
  const committee = await published(who, '/office/maidstone/committees/add', {
    name: 'Harbour Panel',
    kind: 'board',
    quorum: '2',
    casting: 'yes',
    proxies: 'yes',
    weighted: 'yes',
    source: 'Its terms of reference',
  });
  const [chair, first, second, third] = [
    'maidstone.leader',
    'maidstone.non-executive-councillor-1',
    'maidstone.non-executive-councillor-2',
    'maidstone.non-executive-councillor-3',
  ];
  for (const [office, capacity, weight] of [
    [chair, 'chair', '1'],
    [first, 'member', '2.5'],
    [second, 'member', '1.5'],
    [third, 'substitute', '1'],
  ] as const)
    await published(who, `${committee}/seats/add`, {
      office,
      capacity,
      votes: 'yes',
      weight,
      ...dated('from', '2026-07-01'),
      source: 'Its terms of reference',
    });
  const desk = await published(who, '/office/maidstone/meetings/call', {
    committee: 'maidstone.harbour-panel',
    ...dated('on', '2026-07-29'),
    at: '10:00',
    place: 'Harbour Office',
    part: 'public',
  });
  const page = desk.replace('/office/maidstone/meetings/', '/meetings/maidstone/');
  for (const title of ['A crane', 'A quay'])
    await published(who, `${desk}/items/add`, { title, purpose: 'decide', access: 'open' });
  await published(who, `${desk}/agenda`, {});

  // A paper that comes late to a published item needs the chair’s reason, and everybody reads it.
  at('2026-07-28T10:00:00Z');
  who = await clerk();
  const paperForm = '/office/maidstone/papers/add';
  const added = await who.upload(
    paperForm,
    {
      ...(await who.hiddenFields(paperForm)),
      title: 'What the crane costs',
      kind: 'report',
      access: 'open',
      source: 'Harbour master',
    },
    [{ field: 'file', name: 'crane.txt', type: 'text/plain', holds: 'Forty thousand pounds.' }],
  );
  const picked = { [`paper-${added.to?.split('/').at(-1) ?? ''}`]: 'yes' };
  const papers = `${desk}/items/1/papers`;
  expect(errorsOf(await who.send(papers, { step: 'check' }))).toEqual([
    'Select at least one paper, or add one to your papers first',
  ]);
  const late = await who.send(papers, { ...picked, step: 'publish' });
  expect(errorsOf(late).join()).toMatch(/too late.*the last day was 21 July 2026.*chair’s reason/);
  expect(late.body).toMatch(/name="paper-[^"]+"[^>]* checked/);
  await published(who, papers, { ...picked, urgentBecause: 'The crane broke on Monday' });
  const withPaper = words(await reader().get(page));
  expect(withPaper).toContain('What the crane costs');
  expect(withPaper).toContain('The crane broke on Monday');

  at('2026-07-29T11:00:00Z');
  who = await clerk();
  const there = {
    [`presence:${chair}`]: 'present',
    [`presence:${first}`]: 'present',
    [`presence:${second}`]: 'apologies',
    presided: chair,
  };
  const substituted = { ...there, [`presence:${third}`]: 'present', [`for:${third}`]: second };
  // Nothing that is said of somebody who was not entered as present is passed over in silence.
  const absent = { ...substituted, [`presence:${third}`]: '', [`presence:${chair}`]: '' };
  expect(errorsOf(await who.send(`${desk}/attendance`, { ...absent, step: 'publish' }))).toEqual([
    'Whoever presided must have been present. Select somebody who was',
    expect.stringMatching(/^Select that Non-executive councillor, third seat was present/),
  ]);
  const listed = words(await who.send(`${desk}/attendance`, { ...substituted, step: 'check' }));
  expect(listed).toContain('Present, standing in for Non-executive councillor, second seat');
  await published(who, `${desk}/attendance`, substituted);

  const motion = { act: 'resolve', text: 'That a crane be hired.', movedBy: chair, needs: 'majority' };
  const votes = { [`vote:${chair}`]: 'for', [`vote:${first}`]: 'against', [`vote:${third}`]: 'for' };
  const motions = `${desk}/items/1/motions/add`;
  expect((await who.get(motions)).body).not.toContain(`vote:${second}`);
  const mixed = { ...motion, ...votes, way: 'consensus', casting: 'for', [`says:${first}`]: 'Too dear' };
  expect(errorsOf(await who.send(motions, { ...mixed, step: 'publish' }))).toEqual([
    expect.stringMatching(/^A vote of .* is entered\. Select “Vote recorded member by member”/),
    expect.stringMatching(/^Select that Non-executive councillor, first seat asked for dissent/),
    'Where no vote is taken there is no casting vote. Select none',
  ]);
  await published(who, motions, { ...motion, ...votes, way: 'recorded', casting: 'for' });
  // A list that leaves out who voted would contradict the vote: the vote is entered anew first.
  const without = { ...there, [`presence:${third}`]: 'absent' };
  const contradicted = await who.send(`${desk}/attendance`, { ...without, step: 'publish' });
  expect(errorsOf(contradicted)).toEqual([
    expect.stringMatching(/^By the record Non-executive councillor, third seat took part .* at item 1/),
  ]);
  const leaves = {
    office: first,
    kind: 'pecuniary',
    nature: 'Owns the crane',
    left: 'yes',
    step: 'publish',
  };
  expect(errorsOf(await who.send(`${desk}/items/1/declarations`, leaves)).join()).toContain(
    'The member moved, seconded or voted on a motion at this item',
  );
  const dissent = { [`dissent:${first}`]: 'yes', [`says:${first}`]: 'The quay is sound' };
  await published(who, `${desk}/items/2/motions/add`, {
    ...motion,
    ...dissent,
    way: 'consensus',
    casting: 'none',
  });
  const anew = {
    ...motion,
    [`vote:${chair}`]: 'for',
    [`vote:${first}`]: 'against',
    way: 'recorded',
    casting: 'none',
    reason: 'The substitute did not vote',
  };
  await published(who, `${desk}/items/1/motions/1`, anew);
  await published(who, `${desk}/attendance`, without);
  const proxy = {
    [`vote:${second}`]: 'for',
    [`proxy:${second}`]: chair,
    casting: 'for',
    reason: 'By proxy',
  };
  await published(who, `${desk}/items/1/motions/1`, { ...anew, ...proxy });
  const shown = words(await reader().get(page));
  expect(shown).toContain(
    'by the casting vote of whoever presided, the votes being equal: 2.5 for, 2.5 against',
  );
  expect(shown).toContain('For, by proxy, cast by Leader of the Council');
  expect(shown).toContain('1 asked for their dissent to be recorded');
  expect(shown).toContain('The quay is sound');
});
