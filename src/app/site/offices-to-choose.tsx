import type { FieldErrors, Page, Visit } from '#platform/http';
import { type ActingOffice, officesOf } from '#platform/identity';
import { Button, Form, FormErrorSummary, Prose, RadiosField, Text } from '#platform/ui';
import type { SiteServices } from './site.ts';

/**
 * The page on which an office is chosen. An account sees the offices it holds today. In the example anyone may act in any:
 * first the body, then the office.
 */
export async function officesToChoose(
  { identity, clock }: SiteServices,
  { signedIn, query, answers }: Visit,
  errors: FieldErrors = {},
): Promise<Page & { errors: FieldErrors }> {
  const today = clock.today();
  if (signedIn?.account !== undefined) {
    const held = await officesOf(identity, signedIn.account.id, today);
    return officesPage(held, errors, answers, 'Which office do you act in?');
  }

  const all = await identity.offices.officesOn(today);
  const bodyId = query['body'] ?? '';
  const offices = all.filter((office) => office.bodyId === bodyId);
  const [first] = offices;
  if (first === undefined) return bodiesPage(all);
  return officesPage(offices, errors, answers, `Which office of ${first.bodyName} do you act in?`);
}

function bodiesPage(offices: readonly ActingOffice[]): Page & { errors: FieldErrors } {
  const bodies = new Map(offices.map(({ bodyId, bodyName }) => [bodyId, bodyName]));
  return {
    title: 'Which body do you act for?',
    errors: {},
    main: (
      <Prose>
        <Text>This is the example: you can act in any office of any body, and carry its story on.</Text>
        <ul class="govuk-list">
          {[...bodies].map(([id, name]) => (
            <li>
              <a class="govuk-link" href={`/office?body=${encodeURIComponent(id)}`}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </Prose>
    ),
  };
}

function officesPage(
  offices: readonly ActingOffice[],
  errors: FieldErrors,
  answers: Visit['answers'],
  question: string,
): Page & { errors: FieldErrors } {
  const bodyId = offices[0]?.bodyId ?? '';
  return {
    title: question,
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        {offices.length === 0 ? (
          <Text>
            Your account holds no office today, so you cannot act. Ask the monitoring officer of your body to
            appoint you.
          </Text>
        ) : (
          <Form action={`/office?body=${encodeURIComponent(bodyId)}`}>
            <RadiosField
              name="office"
              legend={question}
              legendHidden
              options={offices.map(({ officeId, officeTitle }) => ({ value: officeId, text: officeTitle }))}
              answers={answers}
              errors={errors}
            />
            <Button>Act in this office</Button>
          </Form>
        )}
      </Prose>
    ),
  };
}
