import { type OfficeRoute, page } from '#platform/http';
import type { Permission } from '#platform/identity';
import { type Actor, formatDate } from '#platform/kernel';
import type { Task } from '#platform/module';
import { Heading, Link, Prose, Tag, Text } from '#platform/ui';
import type { SiteServices } from './site.ts';

const seeOwnWork: Permission = {
  name: 'site.work.see',
  says: 'see the work of your office',
  roles: 'any',
  scope: 'own-body',
};

export const sitePermissions: readonly Permission[] = [seeOwnWork];

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
          main: <Work actor={actor} tasks={tasks.flat()} />,
        });
      },
    },
  ];
}

function Work({ actor, tasks }: { actor: Actor; tasks: readonly Task[] }) {
  return (
    <Prose>
      <Heading size="m">What needs your office now</Heading>
      {tasks.length === 0 ? (
        <Text>Nothing is waiting for you.</Text>
      ) : (
        <ul class="govuk-task-list">
          {tasks.map((task, index) => (
            <TaskLine task={task} id={`task-${index}`} />
          ))}
        </ul>
      )}
      <Heading size="m">Your body’s own registers</Heading>
      <ul class="govuk-list">
        <li>
          <Link href={`/bodies/${actor.bodyId}`}>{actor.bodyName}: details and offices</Link>
        </li>
        <li>
          <Link href={`/bodies/${actor.bodyId}/rules`}>Rules of {actor.bodyName}</Link>
        </li>
      </ul>
    </Prose>
  );
}

const standings = {
  'to-do': { text: 'To do', colour: 'blue' },
  started: { text: 'Started', colour: 'teal' },
  'to-check': { text: 'To check', colour: 'yellow' },
} as const;

function TaskLine({ task, id }: { task: Task; id: string }) {
  const { text, colour } = standings[task.standing];
  return (
    <li class="govuk-task-list__item govuk-task-list__item--with-link">
      <div class="govuk-task-list__name-and-hint">
        <a
          class="govuk-link govuk-task-list__link"
          href={task.href}
          aria-describedby={`${id}-why ${id}-standing`}
        >
          {task.title}
        </a>
        <div id={`${id}-why`} class="govuk-task-list__hint">
          {task.why}
          {task.by !== undefined && <> By {formatDate(task.by)}.</>}
        </div>
      </div>
      <div class="govuk-task-list__status" id={`${id}-standing`}>
        <Tag colour={colour}>{text}</Tag>
      </div>
    </li>
  );
}
