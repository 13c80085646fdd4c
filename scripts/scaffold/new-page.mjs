import { namesOf } from './names.mjs';

/**
 * A public page: what it shows is read by a query, drawn by a page, and reached by a route.
 * @param {string} module
 * @param {string} name
 * @returns {import('./plan.mjs').Plan}
 */
export function newPage(module, name) {
  const { camel, pascal, title } = namesOf(name);
  const at = `src/modules/${module}`;
  const path = `/${module}/${name}`;
  return {
    files: {
      [`${at}/queries/${name}.ts`]: `import type { Database } from '#platform/db';
import type { IsoDate } from '#platform/kernel';

/** What the page shows, as it stood on a day. */
export type ${pascal} = Readonly<{ on: IsoDate }>;

/** Reads it in one go: straight SQL to what the page shows. */
export async function read${pascal}(_database: Database, on: IsoDate): Promise<${pascal}> {
  return { on };
}
`,
      [`${at}/web/pages/${name}-page.tsx`]: `import type { Page } from '#platform/http';
import { formatDate } from '#platform/kernel';
import type { ${pascal} } from '../../queries/${name}.ts';

export const ${camel}Page = ({ on }: ${pascal}): Page => ({
  title: '${title}',
  breadcrumbs: [{ text: 'Home', href: '/' }, { text: '${title}' }],
  main: <p class="govuk-body">Nothing had been recorded by {formatDate(on)}.</p>,
});
`,
      [`${at}/web/pages/${name}-page.test.tsx`]: `import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { date } from '#platform/kernel';
import { ${camel}Page } from './${name}-page.tsx';

test('says that nothing is recorded yet, and as of when', () => {
  const { title, main } = ${camel}Page({ on: date('2008-07-18') });
  expect(title).toBe('${title}');
  expect(render(main)).toContain('Nothing had been recorded by 18 July 2008.');
});
`,
      [`${at}/web/${name}-route.ts`]: `import { page, type PublicRoute } from '#platform/http';
import type { Services } from '#platform/module';
import { read${pascal} } from '../queries/${name}.ts';
import { ${camel}Page } from './pages/${name}-page.tsx';

/** ${title}, for anyone: \`?on=2008-07-18\` shows them as they stood. */
export const ${camel}Route = ({ database }: Services): PublicRoute => ({
  method: 'GET',
  path: '${path}',
  may: 'anyone',
  handle: async ({ on }) => page(${camel}Page(await read${pascal}(database, on))),
});
`,
    },
    edits: [
      {
        file: `${at}/web/routes.ts`,
        find: /^(import type \{ Services \} from '#platform\/module';\n)([\s\S]*?)\((?:_services|services): Services\): readonly Route\[\] => \[/m,
        replace: `$1import { ${camel}Route } from './${name}-route.ts';\n$2(services: Services): readonly Route[] => [${camel}Route(services), `,
        byHand: `Add ${camel}Route(services) to the routes in ${at}/web/routes.ts.`,
      },
    ],
    next: [`Write what ${path} shows in ${at}/queries/${name}.ts and draw it in web/pages/${name}-page.tsx.`],
  };
}
