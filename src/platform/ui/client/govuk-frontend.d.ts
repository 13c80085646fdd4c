/** The part of GOV.UK Frontend's scripts that Accord uses; the package brings no types of its own. */
declare module 'govuk-frontend' {
  type Component = Readonly<{ moduleName: string }>;
  export const Button: Component;
  export const CharacterCount: Component;
  export class Checkboxes {
    static moduleName: string;
    syncConditionalRevealWithInputState(input: HTMLInputElement): void;
  }
  export const ErrorSummary: Component;
  export const FileUpload: Component;
  export const NotificationBanner: Component;
  export const PasswordInput: Component;
  export class Radios {
    static moduleName: string;
    /** Shows or hides what is asked further under a choice, and says so on the input. */
    syncConditionalRevealWithInputState(input: HTMLInputElement): void;
  }
  export const ServiceNavigation: Component;
  export const SkipLink: Component;
  export const Tabs: Component;
  /** Starts one component on every element whose `data-module` names it. */
  export function createAll(component: Component): void;
}
