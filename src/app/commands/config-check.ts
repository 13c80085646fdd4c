import { settings } from '#platform/config';
import type { Command } from './command.ts';

/** Faulty settings never come this far: the command line itself refuses them, in the words of the site's start. */
export const configCheck: Command = {
  name: 'config check',
  takes: '',
  says: 'checks every setting and shows what holds; secrets are not shown',
  async run(_given, { configuration, out }) {
    for (const [key, setting] of Object.entries(settings)) {
      const value = configuration[key as keyof typeof configuration];
      const shown =
        setting.secret && value !== undefined
          ? '(given, not shown)'
          : (value ?? `not given: ${setting.otherwise}`);
      out(`${setting.name.padEnd(22)} ${shown}`);
    }
    return 0;
  },
};
