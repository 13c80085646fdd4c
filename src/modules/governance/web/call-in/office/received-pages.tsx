import type { Answers, FieldErrors } from '#platform/http';
import type { Actor } from '#platform/kernel';
import { Bullets, Button, CheckboxesField, Form, FormErrorSummary, Prose, Text } from '#platform/ui';
import { CheckAnswers } from '#platform/web';
import type { CallInShown } from '../../../queries/call-in/call-in-shown.ts';
import type { KeptSignature } from '../../../queries/call-in/call-in-basis.ts';
import type { MemberSeat } from '../../../queries/call-in/members-on.ts';
import { HowTo } from '../call-in-part.tsx';
import { entryPage } from '../parts/decisions-page.ts';
import { GroundsFields } from '../parts/grounds-fields.tsx';
import { Lines } from '../parts/lines.tsx';
import { MomentFields } from '../parts/moment-fields.tsx';
import { momentInWords, whenInWords } from '../words.ts';
import { memberName, type ReceivedRead } from './received-form.ts';

export const receivedPage = (
  actor: Actor,
  callIn: CallInShown,
  members: readonly MemberSeat[],
  answers: Answers,
  errors: FieldErrors,
) =>
  entryPage(actor, callIn.decision, {
    title: 'Enter a call-in form',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <HowTo callIn={callIn} signing />
        <Form>
          <MomentFields
            legend="When was the form received?"
            time="At what time?"
            answers={answers}
            errors={errors}
          />
          <CheckboxesField
            name="members"
            legend="Who signed it?"
            hint="Leave out a member who declared an interest: that signature does not count."
            options={members.map(({ officeTitle }, position) => ({
              name: memberName(position),
              text: officeTitle,
            }))}
            answers={answers}
            errors={errors}
          />
          <GroundsFields
            own={callIn.grounds}
            reasonsRequired={callIn.rules.reasonsRequired === true}
            answers={answers}
            errors={errors}
          />
          <Button>Check before entering</Button>
        </Form>
      </Prose>
    ),
  });

export const checkReceivedPage = (
  actor: Actor,
  callIn: CallInShown,
  members: readonly MemberSeat[],
  { officeIds, received, grounds }: ReceivedRead,
  answers: Answers,
) =>
  entryPage(actor, callIn.decision, {
    title: 'Check the form before it is entered',
    main: (
      <Prose>
        <CheckAnswers
          publish="Enter the form"
          answers={answers}
          rows={[
            ['Decision', callIn.decision.title],
            ['Received', momentInWords(received)],
            [
              'Signed by',
              <Bullets
                items={members
                  .filter(({ officeId }) => officeIds.includes(officeId))
                  .map(({ officeTitle }) => officeTitle)}
              />,
            ],
            ['Grounds', grounds === '' ? '' : <Lines text={grounds} />],
          ]}
        >
          <Text>
            With enough signatures the decision is called in from that moment: everybody sees who signed, and
            its executive clauses stop.
          </Text>
        </CheckAnswers>
      </Prose>
    ),
  });

export const withdrawalReceivedPage = (
  actor: Actor,
  callIn: CallInShown,
  { officeTitle, received }: KeptSignature,
  answers: Answers,
  errors: FieldErrors,
) =>
  entryPage(actor, callIn.decision, {
    title: 'Enter a withdrawal',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text>
          {officeTitle} signed {whenInWords(received)}.
        </Text>
        <Form>
          <MomentFields
            legend="When was the withdrawal received?"
            time="At what time?"
            answers={answers}
            errors={errors}
          />
          <Button preventDoubleClick>Enter the withdrawal</Button>
        </Form>
      </Prose>
    ),
  });
