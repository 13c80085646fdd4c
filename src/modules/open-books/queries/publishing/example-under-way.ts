import { remembered, type Sql } from '#platform/db';
import { entriesOfAct } from '#platform/record';

/** What the record says when the payments of the example place begin to be loaded, and when all are there. */
export const exampleBegun = 'open-books.example.begun';
export const exampleLoaded = 'open-books.example.loaded';

/** Whether payments of the example place are still on their way, so that what is not there yet is not taken for nothing. */
export const isExampleUnderWay = (sql: Sql): Promise<boolean> =>
  remembered(
    sql,
    'open-books.example',
    async () => (await entriesOfAct(sql, exampleLoaded)) === 0 && (await entriesOfAct(sql, exampleBegun)) > 0,
  );
