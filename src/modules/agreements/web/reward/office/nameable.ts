/** What a form of reward rules can name: the targets and the parties of its agreement. */
export type Nameable = Readonly<{
  agreementId: string;
  targets: readonly Readonly<{ id: string; number: number; title: string }>[];
  parties: readonly Readonly<{ id: string; name: string }>[];
}>;
