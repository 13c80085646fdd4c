import type { ComponentChildren, VNode } from 'preact';
import { type Attributes, classes, idList, type Maybe } from '../attributes.ts';
import { inFull, type Short } from './form-group.tsx';
import { Tag, type TagProps } from './tag.tsx';

type Part = Readonly<{ children?: ComponentChildren; class?: string | undefined }>;

export type Task = Readonly<{
  title: Short<Part>;
  hint?: ComponentChildren;
  /** Where it stands, in words or as a tag. */
  status: Short<Part & Readonly<{ tag?: TagProps | undefined }>>;
  /** Absent while the task cannot be started. */
  href?: string | undefined;
  class?: string | undefined;
}>;

export type TaskListProps = Readonly<{
  items: readonly Maybe<Task>[];
  /** Begins the ids of hints and statuses; needed when a page has two lists. */
  idPrefix?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}>;

/** What is to be done, in its order, each with where it stands. */
export const TaskList = ({
  items,
  idPrefix = 'task-list',
  class: extra,
  attributes,
}: TaskListProps): VNode => (
  <ul class={classes('govuk-task-list', extra)} {...attributes}>
    {items.map((task, position) => task && <Item task={task} id={`${idPrefix}-${position + 1}`} />)}
  </ul>
);

function Item({ task, id }: Readonly<{ task: Task; id: string }>): VNode {
  const title = inFull<Part>(task.title);
  const status = inFull<Exclude<Task['status'], string>>(task.status);
  const hintId = task.hint === undefined ? undefined : `${id}-hint`;
  const isLink = task.href !== undefined;
  return (
    <li class={classes('govuk-task-list__item', isLink && 'govuk-task-list__item--with-link', task.class)}>
      <div class="govuk-task-list__name-and-hint">
        {isLink ? (
          <a
            class={classes('govuk-link govuk-task-list__link', 'class' in title && title.class)}
            href={task.href}
            aria-describedby={idList(hintId, `${id}-status`)}
          >
            {title.children}
          </a>
        ) : (
          <div class={'class' in title ? title.class : undefined}>{title.children}</div>
        )}
        {hintId !== undefined && (
          <div id={hintId} class="govuk-task-list__hint">
            {task.hint}
          </div>
        )}
      </div>
      <div class={classes('govuk-task-list__status', 'class' in status && status.class)} id={`${id}-status`}>
        {'tag' in status && status.tag !== undefined ? <Tag {...status.tag} /> : status.children}
      </div>
    </li>
  );
}
