import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, formatMoney, listInWords, pence, plural } from '#platform/kernel';
import {
  Button,
  Form,
  FormErrorSummary,
  InsetText,
  Link,
  Prose,
  Text,
  TextareaField,
  TextField,
  TickField,
} from '#platform/ui';
import { officePage } from '#platform/web';
import { monthsInWords } from '../../../domain/release/months-covered.ts';
import { releasePath } from '../../../domain/release/release-path.ts';
import type { ImportShown, ImportWithPlace } from '../../../queries/publishing/imports.ts';
import type { PaymentsByMonth } from '../../../queries/publishing/payments-by-month.ts';
import { Balance } from '../report/balance.tsx';
import { Found } from '../report/found.tsx';
import { tableName } from '../../../domain/import/report.ts';
import { ByMonth, ReleasesField } from './by-month-part.tsx';
import { foundPath, importPath, roomPath } from './paths.ts';

export type AskShown = ImportWithPlace &
  Readonly<{ actor: Actor; others: readonly ImportShown[]; parted: PaymentsByMonth | undefined }>;

/** Asking a second officer to publish: of which months the payments are, and that the report was looked through. */
export const askPage = (
  { actor, brought, covered, overlapped, others, parted }: AskShown,
  answers: Answers,
  errors: FieldErrors,
) => {
  const { bodyId, id, reading } = brought;
  const { report } = reading;
  const refused = report?.tables.filter((table) => table.refused !== null) ?? [];
  const isOther = report?.findings.some(({ kind }) => kind === 'other-body') ?? false;
  const named = isOther ? [...new Set(report?.tables.flatMap(({ bodiesNamed = [] }) => bodiesNamed))] : [];
  return officePage(
    actor,
    [
      { text: 'Published spending', href: roomPath(bodyId) },
      { text: 'Report of the check', href: importPath(bodyId, id) },
    ],
    {
      title: 'Check and ask for publication',
      errors,
      main: (
        <>
          <Prose>
            <FormErrorSummary errors={errors} />
          </Prose>
          {report !== undefined && (
            <>
              <Balance sums={report} made="Payments" />
              <ByMonth parted={parted} />
              <Found
                findings={report.findings}
                files={brought.files}
                forOfficer
                listAt={(kind) => foundPath(bodyId, id, kind)}
              />
            </>
          )}
          <Prose>
            {covered.length > 0 && (
              <Text>
                {'For the months of these payments there is already '}
                {covered.map(({ id: release, periodFrom, periodTo }, at) => (
                  <>
                    {at > 0 && ', '}
                    <Link href={releasePath(release)}>
                      {`${release} (${monthsInWords({ from: periodFrom, to: periodTo })})`}
                    </Link>
                  </>
                ))}
                . The new release takes its place.
              </Text>
            )}
            {others.length > 0 && (
              <InsetText>
                {'Other payments of these months were brought and are not decided: '}
                {others.map(({ id: other, files }, at) => (
                  <>
                    {at > 0 && ', '}
                    <Link href={importPath(bodyId, other)}>
                      {listInWords(files.map(({ filename }) => filename))}
                    </Link>
                  </>
                ))}
                . Published by themselves, the later ones take the place of the earlier. What belongs together
                is brought together.
              </InsetText>
            )}
            {overlapped.length > 0 && (
              <InsetText>
                {'A published release covers some of these months and others too: '}
                {overlapped
                  .map(
                    ({ id: release, periodFrom, periodTo }) =>
                      `${release} (${monthsInWords({ from: periodFrom, to: periodTo })})`,
                  )
                  .join(', ')}
                . Bring all of its months together with these, or withdraw it first.
              </InsetText>
            )}
            <Form>
              <ReleasesField parted={parted} answers={answers} errors={errors} />
              <TextField
                name="from"
                label="First month"
                hint="Of which month, or of which months together, these are all the payments. For example July 2026."
                width={20}
                answers={answers}
                errors={errors}
              />
              <TextField name="to" label="Last month" width={20} answers={answers} errors={errors} />
              <TextareaField
                name="says"
                label="Is there anything the other officer should know? (optional)"
                rows={3}
                answers={answers}
                errors={errors}
              />
              {(errors['again'] !== undefined || answers['again'] === 'yes') && (
                <TickField
                  name="again"
                  legend="Payments that are published already"
                  text="They are to be published here too, for the reason I give above"
                  answers={answers}
                  errors={errors}
                />
              )}
              {(errors['fewer-payments'] !== undefined || answers['fewer-payments'] === 'yes') && (
                <TickField
                  name="fewer-payments"
                  legend="Far fewer payments than are published"
                  text="These few are all payments of those months, and take the place of what is published"
                  answers={answers}
                  errors={errors}
                />
              )}
              {named.length > 0 && (
                <TickField
                  name="other-body"
                  legend="Files that name another body"
                  text={`Their rows name ${listInWords(named)}, and they are payments of ${actor.bodyName} nevertheless`}
                  answers={answers}
                  errors={errors}
                />
              )}
              {refused.length > 0 && (
                <TickField
                  name="not-read"
                  legend="Files that were not read"
                  text={`${listInWords(refused.map(tableName))}: nothing of ${refused.length === 1 ? 'this' : 'these'} is published, and that is right`}
                  answers={answers}
                  errors={errors}
                />
              )}
              <TickField
                name="checked"
                legend="Before you ask"
                text={`I have looked through the report: ${plural(report?.rowsUnderstood ?? 0, 'payment')} of ${formatMoney(pence(report?.penceUnderstood ?? 0))}, the rows set aside, and payees that may be individuals`}
                answers={answers}
                errors={errors}
              />
              <Button preventDoubleClick>Ask a second officer to publish</Button>
            </Form>
          </Prose>
        </>
      ),
    },
  );
};
