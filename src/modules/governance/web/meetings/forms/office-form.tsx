import {
  type Answers,
  type Breadcrumb,
  type FieldErrors,
  notFound,
  type OfficeRoute,
  type OfficeVisit,
  page,
  redirect,
} from '#platform/http';
import type { Permission } from '#platform/identity';
import { ok, type Result } from '#platform/kernel';
import type { Services } from '#platform/module';
import type { ActOptions } from '#platform/record';
import { Button, Form, FormErrorSummary, Prose } from '#platform/ui';
import { CheckAnswers, officePage, once, readAnswers, takeStep } from '#platform/web';
import type { ComponentChildren } from 'preact';
import type { ZodType } from 'zod';

type Field = Readonly<{ answers: Answers; errors: FieldErrors }>;

/** Where an act leads to, and what is said there. */
export type Went = Readonly<{ to: string; notice: string }>;

/**
 * One form of an officer: answered, checked and acted on at one address. `Found` is what it is about, which is read anew
 * each time; `Read` its answers.
 */
export type OfficeForm<Found, Read> = Readonly<{
  path: string;
  may: Permission;
  find(visit: OfficeVisit): Promise<Found | undefined>;
  /** What is said where there is nothing to be found. */
  missing: string;
  title(found: Found): string;
  caption?(found: Found): string;
  steps(found: NoInfer<Found>, visit: OfficeVisit): readonly Breadcrumb[];
  /** What the form is first shown filled with. */
  first?(found: Found, visit: OfficeVisit): Answers;
  read(found: Found): Readonly<{ schema: ZodType<Read>; dates?: readonly string[] }>;
  /** What would be refused as things stand, besides what each answer tells by itself. */
  foresee?(found: Found, read: Read, visit: OfficeVisit): FieldErrors | undefined;
  before?(found: Found, field: Field, visit: OfficeVisit): ComponentChildren;
  fields(found: Found, field: Field, visit: OfficeVisit): ComponentChildren;
  rows(found: Found, read: Read): readonly (readonly [name: string, value: ComponentChildren])[];
  /** What follows from it, said beside the answers. */
  checked?(found: Found, read: Read, visit: OfficeVisit): ComponentChildren;
  /** The words of the button that acts. */
  publish: string;
  warning?: boolean;
  wide?: boolean;
  act(found: Found, read: Read, visit: OfficeVisit, options: ActOptions): Promise<Result<Went, FieldErrors>>;
}>;

/** The two routes of such a form. */
export function officeForm<Found, Read>(
  _services: Services,
  form: OfficeForm<Found, Read>,
): readonly OfficeRoute[] {
  const shown = (found: Found, visit: OfficeVisit, main: ComponentChildren, errors: FieldErrors) =>
    officePage(visit.actor, form.steps(found, visit), {
      title: form.title(found),
      ...(form.caption === undefined ? {} : { caption: form.caption(found) }),
      errors,
      main: form.wide === true ? <>{main}</> : <Prose>{main}</Prose>,
    });
  const asked = (found: Found, visit: OfficeVisit, answers: Answers, errors: FieldErrors) =>
    shown(
      found,
      visit,
      <>
        <FormErrorSummary errors={errors} />
        {form.before?.(found, { answers, errors }, visit)}
        <Form>
          {form.fields(found, { answers, errors }, visit)}
          <Button>Check answers</Button>
        </Form>
      </>,
      errors,
    );
  return [
    {
      method: 'GET',
      path: form.path,
      may: form.may,
      handle: async (visit) => {
        const found = await form.find(visit);
        if (found === undefined) return notFound(form.missing);
        return page(asked(found, visit, form.first?.(found, visit) ?? {}, {}));
      },
    },
    {
      method: 'POST',
      path: form.path,
      may: form.may,
      handle: async (visit) => {
        const found = await form.find(visit);
        if (found === undefined) return notFound(form.missing);
        const { schema, dates = [] } = form.read(found);
        return takeStep<Read>(visit, {
          read: (answers) => readAnswers(schema, answers, dates),
          foresee: (read) => form.foresee?.(found, read, visit),
          ask: (answers, errors) => asked(found, visit, answers, errors),
          check: (read, answers) =>
            page(
              shown(
                found,
                visit,
                <CheckAnswers
                  rows={form.rows(found, read)}
                  answers={answers}
                  publish={form.publish}
                  {...(form.warning === true && { warning: true })}
                >
                  {form.checked?.(found, read, visit)}
                </CheckAnswers>,
                {},
              ),
            ),
          publish: async (read) => {
            const done = await form.act(found, read, visit, once(visit));
            return done.ok ? ok(redirect(done.value.to, done.value.notice)) : done;
          },
        });
      },
    },
  ];
}
