import { addDays, type IsoDate } from '#platform/kernel';

/** How long a key can be made for, in days. None goes on for ever: somebody looks at each once a year at least. */
export const keyLivesDays = [30, 90, 365] as const;
export type KeyLifeDays = (typeof keyLivesDays)[number];

/** The last day of a key that is made today. */
export const lastDayOf = (today: IsoDate, lifeDays: KeyLifeDays): IsoDate => addDays(today, lifeDays);

/** How many keys one account may have at once: a program each, and room to change one for another. */
export const mostKeys = 20;
