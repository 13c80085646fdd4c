import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, plural } from '#platform/kernel';
import {
  Button,
  Form,
  FormErrorSummary,
  InsetText,
  Link,
  Prose,
  RadiosField,
  Text,
  WarningText,
} from '#platform/ui';
import { CheckAnswers } from '#platform/web';
import type { SigningForeseen } from '../../../actions/call-in/foresee-signature.ts';
import { decisionPath } from '../../../domain/decision/decision.ts';
import { type CallInShown, shown } from '../../../queries/call-in/call-in-shown.ts';
import { HowTo } from '../call-in-part.tsx';
import { CallInRulesShown } from '../call-in-rules-shown.tsx';
import { ClauseStandings } from '../clause-standings.tsx';
import { decisionsPage } from '../parts/decisions-page.ts';
import { GroundsFields } from '../parts/grounds-fields.tsx';
import { Lines } from '../parts/lines.tsx';
import { WhoSigned } from '../parts/who-signed.tsx';
import { whenInWords, sentence } from '../words.ts';
import { sayRefused, type SignatureRead } from './sign-form.ts';

/** What a member sees who thinks of calling a decision in: the decision, the rules, who signed, and the form. */
export function signPage(actor: Actor, foreseen: SigningForeseen, answers: Answers, errors: FieldErrors) {
  const callIn = shown(foreseen.basis);
  const { decision } = callIn;
  return decisionsPage(actor, decision, {
    title: 'Call this decision in',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text lead>{decision.title}</Text>
        <Text>
          <Link href={decisionPath(decision)}>Read the record of the decision</Link>
        </Text>
        <ClauseStandings callIn={callIn} />
        <HowTo callIn={callIn} signing />
        <CallInRulesShown callIn={callIn} />
        <WhoSigned callIn={callIn} />
        <SoFar callIn={callIn} />
        <Own foreseen={foreseen} callIn={callIn} answers={answers} errors={errors} />
      </Prose>
    ),
  });
}

function SoFar({ callIn: { standing } }: Readonly<{ callIn: CallInShown }>) {
  const judged = standing.callIn?.judged;
  if (judged === undefined || judged.calledInAt !== undefined) return null;
  const { needed, members, groups } = judged;
  return (
    <Text>
      {members} of {plural(needed.members, 'member')} needed
      {needed.groups > 1 && `, from ${groups} of ${needed.groups} political groups needed`}. Until there are
      enough, only your own council sees who has signed.
    </Text>
  );
}

type OwnProps = Readonly<{
  foreseen: SigningForeseen;
  callIn: CallInShown;
  answers: Answers;
  errors: FieldErrors;
}>;

function Own({ foreseen, callIn, answers, errors }: OwnProps) {
  const { own, refusal } = foreseen;
  const { decision, rules, grounds } = callIn;
  if (own !== undefined)
    return (
      <>
        <InsetText>You signed {whenInWords(own.received)}.</InsetText>
        <Button href={`${decisionPath(decision)}/call-in/withdraw`} variant="secondary">
          Withdraw your signature
        </Button>
      </>
    );
  if (refusal !== undefined && refusal !== 'interested' && refusal !== 'no-reasons')
    return <WarningText>{sentence(sayRefused(refusal))}</WarningText>;
  return (
    <Form>
      <GroundsFields
        own={grounds}
        reasonsRequired={rules.reasonsRequired === true}
        answers={answers}
        errors={errors}
      />
      <RadiosField
        name="interest"
        legend="Do you have an interest in the matter?"
        hint="A disclosable interest, or a part in preparing the decision. A member who has must not sign."
        options={[
          { value: 'no', text: 'No, I have none' },
          { value: 'yes', text: 'Yes' },
        ]}
        answers={answers}
        errors={errors}
      />
      <Button>Check before signing</Button>
    </Form>
  );
}

/** The signature once more before it is given. */
export const checkSignaturePage = (
  actor: Actor,
  { basis: { decision } }: SigningForeseen,
  { grounds }: SignatureRead,
  answers: Answers,
) =>
  decisionsPage(actor, decision, {
    title: 'Check before you sign',
    main: (
      <Prose>
        <CheckAnswers
          publish="Sign the call-in"
          answers={answers}
          rows={[
            ['Decision', decision.title],
            ['Signed as', actor.officeTitle],
            ['Grounds', grounds === '' ? '' : <Lines text={grounds} />],
            ['Interest in the matter', 'None'],
          ]}
        >
          <Text>
            Your signature counts from the moment you sign. You can withdraw it until the window closes.
          </Text>
        </CheckAnswers>
      </Prose>
    ),
  });

export const withdrawPage = (
  actor: Actor,
  { basis: { decision }, own }: SigningForeseen,
  errors: FieldErrors = {},
) =>
  decisionsPage(actor, decision, {
    title: 'Withdraw your signature?',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        {own === undefined ? (
          <Text>You have not signed a call-in of this decision, so there is nothing to withdraw.</Text>
        ) : (
          <>
            <Text>
              You signed the call-in of “{decision.title}” {whenInWords(own.received)}.
            </Text>
            <WarningText>
              Your signature counts no more. If there are then too few, the decision is no longer called in.
              You can sign again until the window closes.
            </WarningText>
            <Form>
              <div class="govuk-button-group">
                <Button variant="warning" preventDoubleClick>
                  Withdraw it
                </Button>
                <Link href={`${decisionPath(decision)}/call-in`}>Keep it</Link>
              </div>
            </Form>
          </>
        )}
      </Prose>
    ),
  });
