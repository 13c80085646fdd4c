import { createContext } from 'preact';

/** What a form must carry that no person types. The server provides it around every page. */
export type FormTokens = Readonly<{
  /** Proves that the form was shown by this site to this session. */
  csrf: string;
  /** Names this one showing of the form, so that sending it twice acts once. */
  submission: string;
}>;

export const FormContext = createContext<FormTokens>({ csrf: '', submission: '' });
