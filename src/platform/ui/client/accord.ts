// Enhances pages that already work. It is a module, so it runs once, when the page has been read.
import { Button, CharacterCount, Checkboxes, createAll } from 'govuk-frontend';
import { ErrorSummary, FileUpload, NotificationBanner, PasswordInput } from 'govuk-frontend';
import { Radios, ServiceNavigation, SkipLink, Tabs } from 'govuk-frontend';
import { suggest } from './suggest.ts';

// The styles show a component's enhanced form only under this class; no inline script may set it earlier.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');

/**
 * GOV.UK Frontend tells of a revealed question by `aria-expanded` on the choice itself, which ARIA does not allow on a
 * radio or a tick box. The question follows its choice in the page, so nothing is lost without it.
 */
class RevealingRadios extends Radios {
  override syncConditionalRevealWithInputState(input: HTMLInputElement): void {
    super.syncConditionalRevealWithInputState(input);
    input.removeAttribute('aria-expanded');
  }
}
class RevealingCheckboxes extends Checkboxes {
  override syncConditionalRevealWithInputState(input: HTMLInputElement): void {
    super.syncConditionalRevealWithInputState(input);
    input.removeAttribute('aria-expanded');
  }
}

for (const component of [
  Button,
  CharacterCount,
  RevealingCheckboxes,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  RevealingRadios,
  ServiceNavigation,
  SkipLink,
  Tabs,
]) {
  createAll(component);
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-module=accord-suggest]'))
  suggest(form);

// A printed page cannot be unfolded: whatever is folded is printed open, and folded again afterwards.
let unfoldedForPrint: HTMLDetailsElement[] = [];
addEventListener('beforeprint', () => {
  unfoldedForPrint = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
  for (const details of unfoldedForPrint) details.open = true;
});
addEventListener('afterprint', () => {
  for (const details of unfoldedForPrint) details.open = false;
});
