import { type FieldOptions, fieldProps } from '../testing/field-options.ts';
import { matchesFixtures } from '../testing/fixtures.ts';
import { translations } from '../testing/translations.ts';
import { CharacterCount, type CharacterCountProps } from './character-count.tsx';

type Plurals = Readonly<Record<string, string>>;
type Options = FieldOptions &
  Pick<CharacterCountProps, 'value' | 'rows' | 'spellcheck' | 'countType' | 'threshold'> &
  Readonly<{
    maxlength?: number;
    maxwords?: number;
    textareaDescriptionText?: string;
    countMessage?: Readonly<{ classes?: string }>;
    charactersUnderLimitText?: Plurals;
    charactersAtLimitText?: string;
    charactersOverLimitText?: Plurals;
    wordsUnderLimitText?: Plurals;
    wordsAtLimitText?: string;
    wordsOverLimitText?: Plurals;
  }>;

matchesFixtures<Options>('character-count', 34, (options) => (
  <CharacterCount
    {...fieldProps(options)}
    value={options.value}
    rows={options.rows}
    spellcheck={options.spellcheck}
    maxLength={options.maxlength}
    maxWords={options.maxwords}
    countType={options.countType}
    threshold={options.threshold}
    limitText={options.textareaDescriptionText}
    messageClass={options.countMessage?.classes}
    translations={translations({
      'characters-under-limit': options.charactersUnderLimitText,
      'characters-at-limit': options.charactersAtLimitText,
      'characters-over-limit': options.charactersOverLimitText,
      'words-under-limit': options.wordsUnderLimitText,
      'words-at-limit': options.wordsAtLimitText,
      'words-over-limit': options.wordsOverLimitText,
    })}
  />
));
