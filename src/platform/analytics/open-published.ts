import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Analytics, type AnalyticsSettings, openAnalytics } from './open-analytics.ts';

/** The published files of columns, and questions put to them. */
export type Published = Analytics & Readonly<{ folder: string }>;

/** Where a house keeps files: what everybody may read, and physically apart from it what nobody outside a body may. */
export type Folders = Readonly<{ published: Published; privateFolder: string }>;

/**
 * The folders of files in a data folder. They are made, and DuckDB is opened over the published one, when somebody first asks:
 * a house that publishes no files pays nothing for it.
 */
export function openFolders(dataFolder: string, settings: Omit<AnalyticsSettings, 'folder'> = {}): Folders {
  const folder = join(dataFolder, 'books', 'published');
  let opened: Promise<Analytics> | undefined;
  const analytics = (): Promise<Analytics> => {
    mkdirSync(folder, { recursive: true });
    opened ??= openAnalytics({ ...settings, folder });
    return opened;
  };
  return {
    privateFolder: join(dataFolder, 'books', 'private'),
    published: {
      folder,
      ask: async (question, parameters) => (await analytics()).ask(question, parameters),
      attach: async (files) => (await analytics()).attach(files),
      close: () => void opened?.then((open) => open.close()),
    },
  };
}
