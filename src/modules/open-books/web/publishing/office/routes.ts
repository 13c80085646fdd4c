import { type Dataset, download, notFound, type OfficeRoute, type OfficeVisit, page } from '#platform/http';
import type { ServicesWithFiles } from '#platform/module';
import { mayApproveSpending, mayBringSpending, maySeeSpending } from '../../../permissions.ts';
import { importLines } from '../../../queries/publishing/imports.ts';
import { releasesOn } from '../../../queries/publishing/releases.ts';
import { showAsk, submitAsk } from './ask.ts';
import { askFiles, submitFiles } from './bring.ts';
import { mostFiles } from './bring-page.tsx';
import { askColumns, submitColumns } from './columns.ts';
import { showFound, takeFound } from './found.ts';
import {
  setAsideOf,
  showImport,
  submitApprove,
  submitDrop,
  submitReadAgain,
  submitReturn,
} from './import.ts';
import { noSuchImport } from './import-words.ts';
import { roomPage } from './room-page.tsx';
import { askWithdraw, submitWithdraw } from './withdraw.tsx';

const room = '/office/:body/spending';
const one = `${room}/:import`;
const columns = `${one}/columns/:table`;
const withdraw = `${room}/releases/:release/withdraw`;

/** Every page and form in which a body’s officers bring payments, publish them and withdraw what was published. */
export function spendingOfficeRoutes(services: ServicesWithFiles): readonly OfficeRoute[] {
  const { database, clock } = services;
  const route =
    (method: 'GET' | 'POST', may: OfficeRoute['may']) =>
    (
      path: string,
      handle: (services: ServicesWithFiles, visit: OfficeVisit) => ReturnType<OfficeRoute['handle']>,
    ): OfficeRoute => ({ method, path, may, handle: (visit) => handle(services, visit) });
  const [see, show, bring, showApprover, decide] = [
    route('GET', maySeeSpending),
    route('GET', mayBringSpending),
    route('POST', mayBringSpending),
    route('GET', mayApproveSpending),
    route('POST', mayApproveSpending),
  ];
  const aside = async (visit: OfficeVisit): Promise<Dataset | undefined> => setAsideOf(services, visit);
  return [
    see(room, async (_services, { actor, today }) => {
      const { imports, releases } = await database.as(actor, async (sql) => ({
        imports: await importLines(sql, actor.bodyId, clock.now()),
        releases: await releasesOn(sql, today, actor.bodyId),
      }));
      return page(roomPage({ actor, imports, releases }));
    }),
    show(`${room}/bring`, async (_services, visit) => askFiles(visit)),
    {
      ...bring(`${room}/bring`, submitFiles),
      uploads: { most: mostFiles },
    },
    see(one, showImport),
    ...(['csv', 'json'] as const).map((format) =>
      see(`${one}/set-aside.${format}`, async (_services, visit) => {
        const found = await aside(visit);
        return found === undefined ? notFound(noSuchImport) : download(found, format);
      }),
    ),
    see(`${one}/found/:finding`, showFound),
    ...(['csv', 'json'] as const).map((format) =>
      see(`${one}/found/:finding.${format}`, (_services, visit) => takeFound(services, visit, format)),
    ),
    show(columns, askColumns),
    bring(columns, submitColumns),
    bring(`${one}/read-again`, submitReadAgain),
    show(`${one}/ask`, showAsk),
    bring(`${one}/ask`, submitAsk),
    bring(`${one}/drop`, submitDrop),
    decide(`${one}/approve`, submitApprove),
    decide(`${one}/return`, submitReturn),
    showApprover(withdraw, askWithdraw),
    decide(withdraw, submitWithdraw),
  ];
}
