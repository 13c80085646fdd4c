import { type Actor, formatDate } from '#platform/kernel';
import { Button, Heading, Link, Prose, Text, Unseen } from '#platform/ui';
import { nextStep } from '../../../domain/call-in/step-order.ts';
import { decisionPath } from '../../../domain/decision/decision.ts';
import type { CallInShown } from '../../../queries/call-in/call-in-shown.ts';
import { CallInRulesShown } from '../call-in-rules-shown.tsx';
import { CallInTimeline } from '../call-in-timeline.tsx';
import { ClauseStandings } from '../clause-standings.tsx';
import { managePath } from '../parts/decision-asked.ts';
import { decisionsPage } from '../parts/decisions-page.ts';
import { WhoSigned } from '../parts/who-signed.tsx';
import { stepForms } from '../steps/step-forms.ts';

/** The whole of a call-in as the council’s own officers see it, with what can be entered next. */
export function managePage(actor: Actor, callIn: CallInShown) {
  const { decision } = callIn;
  const here = managePath(decision);
  return decisionsPage(actor, decision, {
    title: 'Call-in of this decision',
    main: (
      <Prose>
        <Text lead>{decision.title}</Text>
        <Text>
          <Link href={decisionPath(decision)}>See the decision as everybody does</Link>
        </Text>
        <ClauseStandings callIn={callIn} />
        <WhoSigned
          callIn={callIn}
          action={({ id, officeTitle, withdrawn }) =>
            withdrawn === undefined ? (
              <Link href={`${here}/signatures/${id}/withdraw`}>
                Enter a withdrawal<Unseen> by {officeTitle}</Unseen>
              </Link>
            ) : (
              'Nothing: it was withdrawn'
            )
          }
        />
        <Heading size="m">What you can enter</Heading>
        <Next callIn={callIn} here={here} />
        <CallInTimeline callIn={callIn} />
        <CallInRulesShown callIn={callIn} />
      </Prose>
    ),
  });
}

function Next({ callIn, here }: Readonly<{ callIn: CallInShown; here: string }>) {
  const { standing, waiver } = callIn;
  const next = nextStep(standing.callIn?.standing);
  const waits = standing.clauses.some((each) => each.standing.standing === 'waits-for-council');
  const isOpen = standing.callIn?.window?.standing === 'known';
  const toReport = waiver !== undefined && waiver.reportedOn === undefined;
  return (
    <>
      <div class="govuk-button-group">
        {next !== undefined && <Button href={`${here}/${next}`}>{stepForms[next].title}</Button>}
        {isOpen && (
          <Button href={`${here}/received`} variant="secondary">
            Enter a call-in form
          </Button>
        )}
        {waits && (
          <Button href={`${here}/resolution`} variant="secondary">
            Enter the Council’s resolution
          </Button>
        )}
        {toReport && (
          <Button href={`${here}/waiver`} variant="secondary">
            Enter the report of the waiver
          </Button>
        )}
      </div>
      {next === undefined && !isOpen && !waits && !toReport && <Text>Nothing is awaited.</Text>}
      {waiver?.reportedOn !== undefined && (
        <Text>The waiver was reported to the Council on {formatDate(waiver.reportedOn)}.</Text>
      )}
    </>
  );
}
