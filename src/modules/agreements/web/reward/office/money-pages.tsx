import type { Answers, FieldErrors } from '#platform/http';
import {
  Button,
  DateField,
  Form,
  FormErrorSummary,
  Prose,
  RadiosField,
  SelectField,
  Text,
  TextField,
} from '#platform/ui';
import { officePage } from '#platform/web';
import { type PaymentKind, paymentKinds } from '../../../domain/reward/reward-set.ts';
import { rewardSteps, type SetWork } from './set-page.tsx';

export const budgetPage = (work: SetWork, answers: Answers, errors: FieldErrors) =>
  officePage(work.actor, rewardSteps(work), {
    title: 'Record a net budget requirement',
    caption: work.title,
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text>
          The last one you record for a body and a year counts. Earlier ones stay readable in the record.
        </Text>
        <Form>
          <SelectField
            name="bodyId"
            label="Which body?"
            options={[
              { value: '', text: 'Select' },
              ...work.nameable.parties.map(({ id, name }) => ({ value: id, text: name })),
            ]}
            answers={answers}
            errors={errors}
          />
          <TextField
            name="year"
            label="Which year?"
            hint="For example, 2007-08."
            width={10}
            answers={answers}
            errors={errors}
          />
          <TextField
            name="amount"
            label="Its requirement"
            prefix="£"
            inputmode="decimal"
            width={20}
            answers={answers}
            errors={errors}
          />
          <TextField name="source" label="Where is it written?" answers={answers} errors={errors} />
          <Button preventDoubleClick>Publish this requirement</Button>
        </Form>
      </Prose>
    ),
  });

export const paymentPage = (work: SetWork, answers: Answers, errors: FieldErrors) =>
  officePage(work.actor, rewardSteps(work), {
    title: 'Record a payment',
    caption: work.title,
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text>Record what was paid, on the day it was paid. An amount below nothing was paid back.</Text>
        <Form>
          <RadiosField
            name="kind"
            legend="What was paid?"
            options={(Object.keys(paymentKinds) as PaymentKind[]).map((kind) => ({
              value: kind,
              text: paymentKinds[kind],
            }))}
            answers={answers}
            errors={errors}
          />
          <TextField name="title" label="What is it called?" answers={answers} errors={errors} />
          <TextField
            name="revenue"
            label="Of it revenue"
            prefix="£"
            inputmode="decimal"
            width={20}
            answers={answers}
            errors={errors}
          />
          <TextField
            name="capital"
            label="Of it capital"
            prefix="£"
            inputmode="decimal"
            width={20}
            answers={answers}
            errors={errors}
          />
          <DateField name="paidOn" legend="On which day was it paid?" answers={answers} errors={errors} />
          <TextField name="source" label="Where is it written?" answers={answers} errors={errors} />
          <Button preventDoubleClick>Publish this payment</Button>
        </Form>
      </Prose>
    ),
  });
