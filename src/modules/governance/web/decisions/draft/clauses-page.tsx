import type { FieldErrors } from '#platform/http';
import { type Actor, clip } from '#platform/kernel';
import { Button, Form, FormErrorSummary, Link, Prose, SummaryList, Text, Unseen } from '#platform/ui';
import { officePage } from '#platform/web';
import { clauseEffects } from '../../../domain/decision/clause.ts';
import type { Draft } from '#platform/drafts';
import { draftPath, draftTrail, stepPath } from './draft-words.ts';
import { clauseAnswers, clauseIds, readClause } from './steps/clause-form.ts';
import { movesOf } from './clause-order.ts';

type ClausesPageProps = Readonly<{ actor: Actor; draft: Draft; seen: string; errors: FieldErrors }>;

/** The clauses of a draft in their order, each to be changed, moved or taken away. */
export function clausesPage({ actor, draft, seen, errors }: ClausesPageProps) {
  const { bodyId } = actor;
  const ids = clauseIds(draft.answers);
  return officePage(actor, draftTrail(bodyId, draft.id), {
    title: 'Clauses',
    caption: draft.answers['title'] ?? 'Record a decision',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text>
          One clause for each numbered paragraph of the decision. What a clause does decides whether it can be
          called in, and when it has effect.
        </Text>
        {ids.length === 0 && <Text>There is none yet.</Text>}
        {ids.map((id, position) => (
          <ClauseCard actor={actor} draft={draft} id={id} seen={seen} position={position} of={ids.length} />
        ))}
        <div class="govuk-button-group">
          <Button href={`${stepPath(bodyId, draft.id, 'clauses')}/new`}>Add a clause</Button>
          <Link href={draftPath(bodyId, draft.id)}>Back to the steps</Link>
        </div>
      </Prose>
    ),
  });
}

type ClauseCardProps = Readonly<{
  actor: Actor;
  draft: Draft;
  id: number;
  seen: string;
  position: number;
  of: number;
}>;

function ClauseCard({ actor, draft, id, seen, position, of }: ClauseCardProps) {
  const answers = clauseAnswers(draft.answers, id);
  const read = readClause(answers);
  const number = answers['number'] === '' ? `without a number` : (answers['number'] ?? '');
  const effect = read.ok ? clauseEffects[read.value.effect].title : 'Unfinished';
  return (
    <SummaryList
      card={{
        title: `Clause ${number}`,
        actions: [
          {
            href: `${stepPath(actor.bodyId, draft.id, 'clauses')}/${id}`,
            children: 'Change',
          },
        ],
      }}
      rows={[
        { key: 'Does', value: effect },
        { key: 'Text', value: clip(answers['text'] ?? '', 400) },
        {
          key: 'Order',
          value: {
            children: (
              <Form>
                <input type="hidden" name="seen" value={seen} />
                <div class="govuk-button-group">
                  {movesOf(position, of).map(({ move, text }) => (
                    <Button name="move" value={`${move}:${id}`} variant="secondary">
                      {text}
                      <Unseen> clause {number}</Unseen>
                    </Button>
                  ))}
                </div>
              </Form>
            ),
          },
        },
      ]}
    />
  );
}
