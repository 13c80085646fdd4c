import { ok, refuse } from '#platform/kernel';
import type { Services } from '#platform/module';
import { Text } from '#platform/ui';
import { z } from 'zod';
import { attachToItem } from '../../../actions/meetings/attach-to-item.ts';
import { itemPath } from '../../../domain/meeting/agenda-item.ts';
import { mayPrepareDecisions } from '../../../permissions.ts';
import { papersToPick } from '../../../queries/papers/own-papers.ts';
import { papersOf } from '../../../queries/papers/papers-of.ts';
import { PaperPicker, pickedPapers } from '../../papers/paper-picker.tsx';
import { officeForm } from '../forms/office-form.tsx';
import { explainShared, isShared } from './explain.ts';
import { itemDesk, itemFound, itemSteps, noSuchItem, numbered } from './found.ts';

/** Adding papers to an item: published with the agenda, or at once where that is published. */
export const papersForm = (services: Services) =>
  officeForm(services, {
    path: '/office/:body/meetings/:meeting/items/:item/papers',
    may: mayPrepareDecisions,
    find: async (visit) => {
      const found = await itemFound(services, visit);
      if (found === undefined) return undefined;
      return services.database.as(visit.actor, async (sql) => ({
        ...found,
        papers: await papersToPick(sql, visit.actor.bodyId),
        there: await papersOf(sql, itemPath(found.line.item), visit.today),
      }));
    },
    missing: noSuchItem,
    title: () => 'Add papers to this item',
    caption: ({ line }) => numbered(line),
    steps: itemSteps,
    first: (_, { query }) => (query['paper'] === undefined ? {} : { [`paper-${query['paper']}`]: 'yes' }),
    read: () => ({
      schema: z.record(z.string(), z.string()).transform((answers) => pickedPapers(answers)),
    }),
    before: ({ line: { item } }) => (
      <Text>
        {item.number === undefined
          ? 'They are published with the agenda.'
          : 'The item is published, so they are published at once.'}
      </Text>
    ),
    fields: ({ papers, shown, line, there }, field, { actor }) => (
      <PaperPicker
        papers={papers.filter(({ paper }) => !there.some((each) => each.paper.id === paper.id))}
        bodyId={actor.bodyId}
        next={`${itemDesk(shown, line)}/papers`}
        legend="Which papers belong to it?"
        {...field}
      />
    ),
    rows: ({ papers }, picked) => [
      [
        'Papers',
        papers
          .filter(({ paper }) => picked.includes(paper.id))
          .map(({ paper }) => paper.title)
          .join('; '),
      ],
    ],
    publish: 'Add these papers',
    act: async ({ shown, line }, paperIds, { actor }, options) => {
      const asked = { itemId: line.item.id, paperIds };
      const done = await attachToItem(services, actor, shown.meeting.id, asked, options);
      if (!done.ok)
        return refuse(
          isShared(done.error)
            ? explainShared(done.error)
            : { form: 'One of these papers is not your body’s any more. Select them again' },
        );
      return ok({ to: itemDesk(shown, line), notice: 'The papers are added.' });
    },
  });
