import { type FieldOptions, fieldProps } from '../testing/field-options.ts';
import { matchesFixtures } from '../testing/fixtures.ts';
import { PasswordInput, type PasswordInputProps } from './password-input.tsx';

type Options = FieldOptions &
  Pick<PasswordInputProps, 'value' | 'autocomplete'> &
  Readonly<{
    showPasswordText?: string;
    hidePasswordText?: string;
    showPasswordAriaLabelText?: string;
    hidePasswordAriaLabelText?: string;
    passwordShownAnnouncementText?: string;
    passwordHiddenAnnouncementText?: string;
    button?: Readonly<{ classes?: string }>;
  }>;

const translations = (options: Options): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [
      ['show-password', options.showPasswordText] as const,
      ['hide-password', options.hidePasswordText] as const,
      ['show-password-aria-label', options.showPasswordAriaLabelText] as const,
      ['hide-password-aria-label', options.hidePasswordAriaLabelText] as const,
      ['password-shown-announcement', options.passwordShownAnnouncementText] as const,
      ['password-hidden-announcement', options.passwordHiddenAnnouncementText] as const,
    ].flatMap(([key, text]) => (text === undefined ? [] : [[key, text]])),
  );

matchesFixtures<Options>('password-input', 12, (options) => (
  <PasswordInput
    {...fieldProps(options)}
    value={options.value}
    autocomplete={options.autocomplete}
    translations={translations(options)}
    buttonClass={options.button?.classes}
  />
));
