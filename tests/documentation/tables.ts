import { settings } from '#platform/config';
import { allCommands } from '../../src/app/commands/run-command.ts';
import { keptTo, layers, platform } from '../architecture/house-rules.ts';

/** A table of the documentation that says what the code says. `npm run docs` writes it; a test compares. */
export type DocumentedTable = Readonly<{
  page: string;
  /** The heading it stands under, the only table there. */
  heading: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}>;

const code = (names: readonly string[], none: string) =>
  names.length === 0 ? none : names.map((name) => `\`${name}\``).join(', ');

export const documentedTables: readonly DocumentedTable[] = [
  {
    page: 'docs/guides/run-accord.md',
    heading: 'Settings',
    head: ['Setting', 'What it is', 'What it may be', 'Otherwise'],
    rows: Object.values(settings).map(({ name, type, otherwise, says }) => [
      `\`${name}\``,
      says,
      type,
      otherwise,
    ]),
  },
  {
    page: 'docs/guides/run-accord.md',
    heading: 'Commands',
    head: ['Command', 'What it does'],
    rows: (await allCommands()).map(({ name, takes, says }) => [
      `\`${`accord ${name} ${takes}`.trimEnd()}\``,
      says,
    ]),
  },
  {
    page: 'docs/architecture/modules.md',
    heading: 'Inside a module',
    head: ['Files in', 'The platform', 'Their own module', 'Earlier modules', 'Packages'],
    rows: Object.entries(layers).map(([name, layer]) => [
      `\`${name}\``,
      layer.platform === 'any' ? 'any part' : code(layer.platform, 'nothing'),
      code(layer.own, 'nothing'),
      layer.earlierModules ? 'through their doors' : 'no',
      code(layer.packages, 'nothing'),
    ]),
  },
  {
    page: 'docs/architecture/modules.md',
    heading: 'Inside the platform',
    head: ['Part', 'May import'],
    rows: Object.entries(platform).map(([part, others]) => [`\`${part}\``, code(others, 'nothing')]),
  },
  {
    page: 'docs/architecture/modules.md',
    heading: 'What belongs where',
    head: ['What', 'Belongs in', 'Because'],
    rows: keptTo.map(({ what, only, why }) => [what, code(only, 'nowhere'), why]),
  },
];
