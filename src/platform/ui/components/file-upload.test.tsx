import { type FieldOptions, fieldProps } from '../testing/field-options.ts';
import { common, matchesFixtures } from '../testing/fixtures.ts';
import { translations } from '../testing/translations.ts';
import { FileUpload } from './file-upload.tsx';

type Options = FieldOptions &
  Readonly<{
    multiple?: boolean;
    javascript?: boolean;
    wrapperClasses?: string;
    wrapperAttributes?: Readonly<Record<string, string>>;
    chooseFilesButtonText?: string;
    noFileChosenText?: string;
    multipleFilesChosenText?: Readonly<Record<string, string>>;
    dropInstructionText?: string;
    enteredDropZoneText?: string;
    leftDropZoneText?: string;
  }>;

matchesFixtures<Options>('file-upload', 22, (options) => (
  <FileUpload
    {...fieldProps(options)}
    multiple={options.multiple}
    dropZone={
      options.javascript === true
        ? {
            ...common({ classes: options.wrapperClasses, attributes: options.wrapperAttributes }),
            translations: translations({
              'choose-files-button': options.chooseFilesButtonText,
              'no-file-chosen': options.noFileChosenText,
              'multiple-files-chosen': options.multipleFilesChosenText,
              'drop-instruction': options.dropInstructionText,
              'entered-drop-zone': options.enteredDropZoneText,
              'left-drop-zone': options.leftDropZoneText,
            }),
          }
        : undefined
    }
  />
));
