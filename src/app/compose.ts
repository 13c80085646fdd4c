import { join } from 'node:path';
import { type Configuration, projectFolder } from '#platform/config';
import { openFolders } from '#platform/analytics';
import { openDatabase, rememberBy } from '#platform/db';
import { createLog, createServer, type Route } from '#platform/http';
import type { IdentityServices } from '#platform/identity';
import type { Clock } from '#platform/kernel';
import type { Module } from '#platform/module';
import { keepCheckpoints, openLogKey, openRecordHead } from '#platform/record';
import { loadAssets } from '#platform/ui';
import { officeDirectory } from '#modules/register';
import { exampleIsLoaded, loadExample, loadRestOfExample } from './example.ts';
import { healthOf } from './health.ts';
import { openLetters } from './letters.ts';
import { isLoopback } from './loopback.ts';
import { modules as everyModule } from './modules.ts';
import { openReminders } from './reminders.ts';
import { renderPage } from './render-page.tsx';
import { schemasOf } from './schemas.ts';
import { routesOf } from './site/routes.ts';
import { systemClock } from './system-clock.ts';

/** Accord, open to visitors. */
export type House = Readonly<{
  address: string;
  /** Whether an office of the example can be tried out without an account. */
  openOffices: boolean;
  /** Every route that is served, for whoever holds the whole of them against what is promised. */
  routes: readonly Route[];
  /** Resolves when all of the example is there; at once where none is asked for. */
  exampleLoaded: Promise<void>;
  close(): Promise<void>;
}>;

/**
 * Opens the house: the database, the record, the example where one is asked for and the database is empty, the modules'
 * routes, the server. `report` is told, in sentences, what takes a while.
 */
export async function openHouse(
  configuration: Configuration,
  report: (sentence: string) => void,
  {
    clock = systemClock,
    modules = everyModule,
  }: Readonly<{ clock?: Clock; modules?: readonly Module[] }> = {},
): Promise<House> {
  const log = createLog(configuration.logLevel);
  const database = await openDatabase({
    url: configuration.databaseUrl,
    appUrl: configuration.databaseAppUrl,
    dataFolder: configuration.dataFolder,
    connections: configuration.databaseConnections,
    modules: schemasOf(modules),
    report,
  });
  const closing: (() => Promise<void>)[] = [() => database.close()];
  const close = async () => {
    for (const step of closing.toReversed()) await step();
  };

  try {
    const head = await openRecordHead({
      url: database.appUrl,
      onError: (error) => log.warn({ error }, 'the record could not be followed for a moment'),
    });
    closing.push(() => head.close());
    rememberBy(database, () => head.current()?.root);
    const folders = openFolders(configuration.dataFolder, {
      memoryMegabytes: configuration.paymentsMegabytes,
    });
    closing.push(async () => folders.published.close());
    const onFault = (error: unknown, during: string) => log.error({ error, during }, 'work broke off');
    const services = { database, clock, head, ...folders, onFault };

    if (configuration.example !== 'none') await loadExample(services, modules, report);
    else for (const module of modules) await module.loadReference?.(services);
    const example = configuration.example !== 'none' && (await exampleIsLoaded(services));

    const address = configuration.address ?? `http://localhost:${configuration.port}`;
    const identity: IdentityServices = {
      database,
      clock,
      offices: officeDirectory(services),
      openOffices: example && isLoopback(configuration.host) && isLoopback(new URL(address).hostname),
    };
    const assets = join(projectFolder, 'dist', 'assets');
    const look = { assetUrl: loadAssets(assets), area: example ? 'Kent' : undefined, example };
    const key = openLogKey({ folder: configuration.dataFolder, name: configuration.recordName });
    const checkpoints = await keepCheckpoints({ ...services, key }, (error) =>
      log.fatal({ error }, 'the record could not be signed'),
    );
    closing.push(() => checkpoints.close());

    // What goes on by itself begins once the example is loaded: together they would ask for more of a small machine than it has.
    let begin: () => void = () => undefined;
    const after = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const letters = openLetters({ ...services, configuration, address, log, after });
    closing.push(() => letters.close());
    const reminders = openReminders({ ...letters.follow, identity, configuration, log, after });
    closing.push(() => reminders.close());

    const routes = routesOf({
      ...services,
      identity,
      modules,
      checkpoints,
      key,
      follow: letters.follow,
      reminders,
      configuration,
      address,
      example,
    });
    const server = await createServer({
      routes,
      identity,
      clock,
      version: () => head.current()?.root,
      render: (content, around) => renderPage(look, content, around),
      health: healthOf(services),
      log,
      assets,
      address,
      proxies: configuration.proxies,
      uploadBytes: configuration.uploadMegabytes * 1_000_000,
    });
    closing.push(() => server.close());
    await server.listen({ port: configuration.port, host: configuration.host });
    const exampleLoaded = (example ? loadRestOfExample(services, modules) : Promise.resolve())
      .catch((error: unknown) => onFault(error, 'loading the example'))
      .finally(begin);
    closing.push(() => exampleLoaded);
    // Whatever stops it again, it goes on at the next start.
    const goOn = async () => {
      for (const module of modules) await module.goOn?.(services);
    };
    void exampleLoaded
      .then(goOn)
      .catch((error: unknown) => onFault(error, 'going on with what was left undone'));
    return { address, openOffices: identity.openOffices, routes, exampleLoaded, close };
  } catch (error) {
    await close();
    throw error;
  }
}
