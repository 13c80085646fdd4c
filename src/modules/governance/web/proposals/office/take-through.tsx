import type { Answers, FieldErrors } from '#platform/http';
import { Button, Form, RadiosField, Text } from '#platform/ui';
import { Section } from '#platform/web';
import { adoptionOutcomes } from '../../../domain/proposal/adoption-link.ts';
import { type Route, routeTitles } from '../../../domain/proposal/take-up.ts';

type TakeProps = Readonly<{ path: string; routes: readonly Route[]; answers: Answers; errors: FieldErrors }>;

/** The choice of a way to decide, and of the draft to begin with. */
export const TakeThrough = ({ path, routes, answers, errors }: TakeProps) => {
  const field = {
    answers: { route: routes[0] ?? '', outcome: 'adopted', what: 'decision', ...answers },
    errors,
  };
  return (
    <Section title="Take it through your own process">
      <Form action={`${path}/take`}>
        <RadiosField
          name="route"
          legend="Who decides?"
          options={routes.map((route) => ({ value: route, text: routeTitles[route] }))}
          {...field}
        />
        <RadiosField
          name="outcome"
          legend="What does it decide?"
          options={Object.entries(adoptionOutcomes).map(([value, text]) => ({ value, text }))}
          {...field}
        />
        <RadiosField
          name="what"
          legend="What do you need first?"
          options={[
            {
              value: 'decision',
              text: 'A draft of the record of the decision',
              hint: 'Where it is taken, or about to be.',
            },
            {
              value: 'notice',
              text: 'A draft of the notice of the decision',
              hint: 'Where notice has to be given before.',
            },
          ]}
          {...field}
        />
        <Button preventDoubleClick>Begin the draft</Button>
      </Form>
      <Text>What the proposal says is filled in. Nothing is published before you have looked it over.</Text>
    </Section>
  );
};
