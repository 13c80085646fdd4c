import type { FieldErrors } from '#platform/http';
import { ok, refuse } from '#platform/kernel';
import type { Services } from '#platform/module';
import { Text } from '#platform/ui';
import { z } from 'zod';
import { attachToItem, type AttachToItemRefusal } from '../../../actions/meetings/attach-to-item.ts';
import { itemPath } from '../../../domain/meeting/agenda-item.ts';
import { mayPrepareDecisions } from '../../../permissions.ts';
import { accessJudged } from '../../../queries/meetings/access-rules.ts';
import { papersToPick } from '../../../queries/papers/own-papers.ts';
import { papersOf } from '../../../queries/papers/papers-of.ts';
import { PaperPicker, pickedPapers } from '../../papers/paper-picker.tsx';
import { AccessWords, sayLate, UrgencyField } from '../access-words.tsx';
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
      const { meeting, committee, standing } = found.shown;
      const sitsOn = standing.sittings.find(({ on }) => on >= visit.today)?.on;
      return services.database.as(visit.actor, async (sql) => ({
        ...found,
        judged:
          sitsOn === undefined || found.line.item.number === undefined
            ? []
            : await accessJudged(sql, {
                bodyId: meeting.bodyId,
                kind: committee.kind,
                publishedOn: visit.today,
                sitsOn,
              }),
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
      schema: z.record(z.string(), z.string()).transform((answers) => ({
        picked: pickedPapers(answers),
        urgentBecause: (answers['urgentBecause'] ?? '').trim().slice(0, 1000),
      })),
    }),
    foresee: ({ judged }, { picked, urgentBecause }) => {
      if (picked.length === 0)
        return { papers: 'Select at least one paper, or add one to your papers first' };
      return urgentBecause === '' && judged.some(({ standing }) => standing === 'late')
        ? { urgentBecause: sayLate(judged) }
        : undefined;
    },
    before: ({ line: { item }, judged }) => (
      <>
        <Text>
          {item.number === undefined
            ? 'They are published with the agenda.'
            : 'The item is published, so they are published at once.'}
        </Text>
        {judged.map((each) => (
          <AccessWords judged={each} />
        ))}
      </>
    ),
    fields: ({ papers, shown, line, there, judged }, field, { actor }) => (
      <>
        <PaperPicker
          papers={papers.filter(({ paper }) => !there.some((each) => each.paper.id === paper.id))}
          bodyId={actor.bodyId}
          next={`${itemDesk(shown, line)}/papers`}
          legend="Which papers belong to it?"
          {...field}
        />
        <UrgencyField judged={judged} what="these papers" {...field} />
      </>
    ),
    rows: ({ papers }, { picked, urgentBecause }) => [
      [
        'Papers',
        papers
          .filter(({ paper }) => picked.includes(paper.id))
          .map(({ paper }) => paper.title)
          .join('; '),
      ],
      ...(urgentBecause === '' ? [] : [['Urgent because', urgentBecause] as const]),
    ],
    publish: 'Add these papers',
    act: async ({ shown, line }, { picked, urgentBecause }, { actor }, options) => {
      const asked = { itemId: line.item.id, paperIds: picked, urgentBecause };
      const done = await attachToItem(services, actor, shown.meeting.id, asked, options);
      if (!done.ok) return refuse(explain(done.error));
      return ok({ to: itemDesk(shown, line), notice: 'The papers are added.' });
    },
  });

function explain(refusal: AttachToItemRefusal): FieldErrors {
  if (typeof refusal === 'object' && 'late' in refusal) return { urgentBecause: sayLate(refusal.late) };
  if (typeof refusal === 'string' && isShared(refusal)) return explainShared(refusal);
  return { form: 'One of these papers is not your body’s any more. Select them again' };
}
