import type { VNode } from 'preact';
import { classes, translationAttributes } from '../attributes.ts';
import { Button } from './button.tsx';
import { TextInput, type TextInputProps } from './text-input.tsx';

export type PasswordInputProps = Omit<
  TextInputProps,
  'type' | 'spellcheck' | 'autocapitalize' | 'prefix' | 'suffix' | 'wrapper' | 'autocomplete'
> &
  Readonly<{
    autocomplete?: 'current-password' | 'new-password' | undefined;
    /** Sentences in place of "Show" and its kin, by the names the script knows: `show-password`, … */
    translations?: Readonly<Record<string, string>> | undefined;
    buttonClass?: string | undefined;
  }>;

/** A password, with a button that shows it while it is typed. */
export function PasswordInput({ translations = {}, buttonClass, ...props }: PasswordInputProps): VNode {
  return (
    <TextInput
      {...props}
      type="password"
      spellcheck={false}
      autocapitalize="none"
      autocomplete={props.autocomplete ?? 'current-password'}
      class={classes('govuk-password-input__input govuk-js-password-input-input', props.class)}
      wrapper={{ class: 'govuk-password-input__wrapper' }}
      group={{
        class: classes('govuk-password-input', props.group?.class),
        attributes: {
          'data-module': 'govuk-password-input',
          ...translationAttributes(translations),
          ...props.group?.attributes,
        },
        before: props.group?.before,
        after: (
          <>
            <Button
              type="button"
              class={classes(
                'govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle',
                buttonClass,
              )}
              attributes={{
                'aria-controls': props.id,
                'aria-label': translations['show-password-aria-label'] ?? 'Show password',
                hidden: true,
              }}
            >
              {translations['show-password'] ?? 'Show'}
            </Button>
            {props.group?.after}
          </>
        ),
      }}
    />
  );
}
