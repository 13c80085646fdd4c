import type { ComponentChildren, VNode } from 'preact';
import { useContext } from 'preact/hooks';
import { FormContext } from './form-context.ts';

export type FormProps = Readonly<{
  /** The path it is sent to; the page's own when left out. */
  action?: string | undefined;
  class?: string | undefined;
  /** The form has a box for files. The hidden fields stand first, since the server reads no file before them. */
  withFiles?: boolean | undefined;
  children?: ComponentChildren;
}>;

/** A form that is posted, with the two hidden fields that the server checks. The server judges; the browser does not. */
export function Form({ action, class: name, withFiles = false, children }: FormProps): VNode {
  const { csrf, submission } = useContext(FormContext);
  return (
    <form
      method="post"
      action={action}
      class={name}
      encType={withFiles ? 'multipart/form-data' : undefined}
      noValidate
    >
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="submission" value={submission} />
      {children}
    </form>
  );
}
