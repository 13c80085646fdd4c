import type { VNode } from 'preact';
import { FileUpload } from '../components/file-upload.tsx';
import type { FieldOfForm } from './answers.ts';
import { fieldProps } from './field-props.ts';

export type FileFieldProps = Omit<FieldOfForm, 'answers'> &
  Readonly<{
    multiple?: boolean | undefined;
    /** Endings and media types that the browser offers first; the server judges. */
    accept?: string | undefined;
  }>;

/** Files of the person's own. What was chosen cannot be shown again: browsers forget it when the page is new. */
export const FileField = ({ multiple, accept, ...field }: FileFieldProps): VNode => (
  <FileUpload
    {...fieldProps(field)}
    multiple={multiple}
    attributes={accept === undefined ? undefined : { accept }}
  />
);
