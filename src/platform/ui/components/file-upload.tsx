import type { VNode } from 'preact';
import { type Attributes, classes, translationAttributes, type Translations } from '../attributes.ts';
import { type FieldProps, FormGroup } from './form-group.tsx';

export type FileUploadProps = FieldProps &
  Readonly<{
    multiple?: boolean | undefined;
    /** Adds a place to drop files where the script runs. */
    dropZone?:
      | Readonly<{
          class?: string | undefined;
          attributes?: Attributes | undefined;
          translations?: Translations | undefined;
        }>
      | undefined;
  }>;

/** A file of the person's own. */
export function FileUpload(props: FileUploadProps): VNode {
  const input = (describedBy: string | undefined): VNode => (
    <input
      class={classes(
        'govuk-file-upload',
        props.class,
        props.error !== undefined && 'govuk-file-upload--error',
      )}
      id={props.id}
      name={props.name}
      type="file"
      disabled={props.disabled}
      multiple={props.multiple}
      aria-describedby={describedBy}
      {...props.attributes}
    />
  );
  return (
    <FormGroup field={props}>
      {(describedBy) => (
        <>
          {props.group?.before}
          {props.dropZone === undefined ? (
            input(describedBy)
          ) : (
            <div
              class={classes('govuk-file-upload-wrapper', props.dropZone.class)}
              data-module="govuk-file-upload"
              {...translationAttributes(props.dropZone.translations)}
              {...props.dropZone.attributes}
            >
              {input(describedBy)}
            </div>
          )}
          {props.group?.after}
        </>
      )}
    </FormGroup>
  );
}
