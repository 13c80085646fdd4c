import type { Parameters } from './sample-addresses.ts';
import type { Visitor } from './visitor.ts';

const meetings = '/office/maidstone/meetings';

/**
 * Holds a meeting of Maidstone’s Council on a day, as its officer, from its call to its written minutes: one item, one
 * motion carried, one action. Answers what stands for the parameters of addresses from then on.
 */
export async function runMeeting(officer: Visitor, day: string): Promise<Parameters> {
  const publish = async (path: string, answers: Readonly<Record<string, string>>) => {
    const { status, body, to = '' } = await officer.send(path, { ...answers, step: 'publish' });
    if (status !== 303) throw new Error(`${path} answered ${status}: ${errorsIn(body)}`);
    return to;
  };
  const [year = '', month = '', date = ''] = day.split('-');
  const called = await publish(`${meetings}/call`, {
    committee: 'maidstone.council',
    'on-day': date,
    'on-month': month,
    'on-year': year,
    at: '18:30',
    place: 'Town Hall, High Street, Maidstone',
    part: 'public',
  });
  const meeting = called.slice(called.lastIndexOf('/') + 1);
  const desk = `${meetings}/${meeting}`;
  await publish(`${desk}/items/add`, {
    title: 'Allotments',
    summary: 'Whether to open new allotments.',
    purpose: 'decide',
    access: 'open',
  });
  await publish(`${desk}/agenda`, { urgentBecause: 'The season begins tomorrow' });
  const members = ['leader', 'non-executive-councillor-1', 'non-executive-councillor-2'];
  await publish(`${desk}/attendance`, {
    ...Object.fromEntries(members.map((office) => [`presence:maidstone.${office}`, 'present'])),
    presided: 'maidstone.leader',
  });
  const item = `${desk}/items/1`;
  await publish(`${item}/motions/add`, {
    act: 'resolve',
    text: 'That new allotments be opened.',
    movedBy: 'maidstone.leader',
    secondedBy: 'maidstone.non-executive-councillor-1',
    way: 'recorded',
    needs: 'majority',
    casting: 'none',
    ...Object.fromEntries(
      members.map((office, at) => [`vote:maidstone.${office}`, at === 2 ? 'against' : 'for']),
    ),
  });
  const written = await officer.send(`${item}/minutes/public`, { text: 'The Council heard two residents.' });
  if (written.status !== 303) throw new Error(`The minutes answered ${written.status}`);
  await publish(`${desk}/actions/add`, {
    text: 'Find land for allotments',
    item: `maidstone/${meeting}/1`,
    office: 'maidstone.chief-executive',
  });
  return {
    meeting,
    item: '1',
    motion: '1',
    action: '1',
    minutePart: 'public',
    committee: 'maidstone.council',
    slug: 'council',
    seat: 'maidstone.leader~2007-01-01',
  };
}

const errorsIn = (shown: string): string =>
  /govuk-error-summary__list">(.*?)<\/ul>/s.exec(shown)?.[1]?.replaceAll(/<[^>]+>/g, ' ') ??
  shown.slice(0, 200);
