import type { VNode } from 'preact';
import { type Attributes, classes, translationAttributes, type Translations } from '../attributes.ts';
import { Hint } from './hint.tsx';
import { Textarea, type TextareaProps } from './textarea.tsx';

export type CharacterCountProps = Omit<TextareaProps, 'describedBy' | 'autocomplete'> &
  Readonly<{
    maxLength?: number | undefined;
    maxWords?: number | undefined;
    countType?: 'characters' | 'words' | 'length' | undefined;
    /** How full, in percent, before the count is shown. */
    threshold?: number | undefined;
    /** Says the limit; `%{count}` stands for the number. */
    limitText?: string | undefined;
    messageClass?: string | undefined;
    translations?: Translations | undefined;
  }>;

/** A text with a limit that counts along. The server holds the limit; this only helps to keep it. */
export function CharacterCount(props: CharacterCountProps): VNode {
  const countType = props.countType ?? (props.maxWords === undefined ? undefined : 'words');
  const limit = props.maxWords ?? props.maxLength;
  const limitText =
    props.limitText ?? `You can enter up to %{count} ${countType === 'words' ? 'words' : 'characters'}`;
  const messageId = `${props.id}-info`;
  const data: Attributes = {
    'data-module': 'govuk-character-count',
    'data-maxlength': props.maxLength,
    'data-maxwords': props.maxWords,
    'data-threshold': props.threshold,
    'data-count-type': countType,
    ...(limit === undefined && props.limitText !== undefined
      ? translationAttributes({ 'textarea-description': { other: props.limitText } })
      : {}),
    ...translationAttributes(props.translations),
  };
  return (
    <Textarea
      {...props}
      describedBy={messageId}
      class={classes('govuk-js-character-count', props.class)}
      group={{
        class: classes('govuk-character-count', props.group?.class),
        attributes: { ...data, ...props.group?.attributes },
        before: props.group?.before,
        after: (
          <>
            <Hint id={messageId} class={classes('govuk-character-count__message', props.messageClass)}>
              {limit === undefined ? undefined : limitText.replaceAll('%{count}', String(limit))}
            </Hint>
            {props.group?.after}
          </>
        ),
      }}
    />
  );
}
