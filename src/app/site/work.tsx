import { type OfficeRoute, page } from '#platform/http';
import { may, mayKeepAccounts, type Permission } from '#platform/identity';
import { type Actor, formatDate } from '#platform/kernel';
import type { OwnRegister, Task } from '#platform/module';
import { Bullets, Heading, Link, Prose, TaskList, Text } from '#platform/ui';
import type { SiteServices } from './site.ts';

const seeOwnWork: Permission = {
  name: 'site.work.see',
  says: 'see the work of your office',
  roles: 'any',
  scope: 'own-body',
};

export const sitePermissions: readonly Permission[] = [seeOwnWork, mayKeepAccounts];

/** The one room behind the door: what needs this office now, by when, by which rule, with the button that does it. */
export function workRoutes(services: SiteServices): readonly OfficeRoute[] {
  return [
    {
      method: 'GET',
      path: '/work',
      may: seeOwnWork,
      handle: async ({ actor }) => {
        const tasks = await Promise.all(services.modules.map((module) => module.tasks(services, actor)));
        return page({
          title: 'Your work',
          caption: actor.bodyName,
          breadcrumbs: [{ text: 'Home', href: '/' }, { text: 'Your work' }],
          main: <Work services={services} actor={actor} tasks={tasks.flat()} />,
        });
      },
    },
  ];
}

function Work({ services, actor, tasks }: { services: SiteServices; actor: Actor; tasks: readonly Task[] }) {
  const own = [
    ...services.modules.flatMap((module) => module.ownRegisters(actor)),
    ...(may(actor, mayKeepAccounts, actor.bodyId).ok ? [accountsRegister(actor)] : []),
  ];
  return (
    <Prose>
      <Heading size="m">What needs your office now</Heading>
      {tasks.length === 0 ? (
        <Text>Nothing is waiting for you.</Text>
      ) : (
        <TaskList
          items={tasks.map(({ title, href, why, by, standing }) => ({
            title,
            href,
            hint: by === undefined ? why : `${why} By ${formatDate(by)}.`,
            status: { tag: standings[standing] },
          }))}
        />
      )}
      {own.length > 0 && (
        <>
          <Heading size="m">What your office keeps for its body</Heading>
          <Bullets
            items={own.map(({ text, href }) => (
              <Link href={href}>{text}</Link>
            ))}
          />
        </>
      )}
      <Heading size="m">As everyone sees it</Heading>
      <Bullets
        items={[
          <Link href={`/bodies/${actor.bodyId}`}>{actor.bodyName}</Link>,
          <Link href={`/bodies/${actor.bodyId}/offices`}>Its offices and seats</Link>,
          <Link href={`/bodies/${actor.bodyId}/rules`}>Its rules</Link>,
          <Link href={`/record?body=${actor.bodyId}`}>What its offices did, in the record</Link>,
        ]}
      />
    </Prose>
  );
}

const accountsRegister = ({ bodyId }: Actor): OwnRegister => ({
  text: 'Who may sign in, and in which offices',
  href: `/bodies/${bodyId}/accounts`,
});

const standings = {
  'to-do': { children: 'To do', colour: 'blue' },
  started: { children: 'Started', colour: 'teal' },
  'to-check': { children: 'To check', colour: 'yellow' },
} as const;
