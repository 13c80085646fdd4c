import type { VNode } from 'preact';
import { Form } from '../forms/form.tsx';

export type Office = Readonly<{
  /** Leader of the Council, Swale Borough Council */
  title: string;
  workHref: string;
  signOutHref: string;
}>;

/** In which office somebody is signed in, always in sight, with the way to their work and the way out. */
export const OfficeStrip = ({ office }: Readonly<{ office: Office }>): VNode => (
  <section class="accord-office" aria-label="Signed in">
    <div class="govuk-width-container accord-office__row">
      <p class="accord-office__who">
        Acting as <strong>{office.title}</strong>
      </p>
      <a class="govuk-link govuk-link--no-visited-state" href={office.workHref}>
        Your work
      </a>
      <Form action={office.signOutHref} class="accord-office__sign-out">
        <button class="accord-link-button" type="submit">
          Sign out
        </button>
      </Form>
    </div>
  </section>
);
