import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { unpackedChromium } from './chromium.ts';
import { watchForFaults } from './page-faults.ts';

/** How somebody looks at a page. */
export type Circumstances = Readonly<{
  width: 'desktop' | 'phone';
  theme: 'light' | 'dark';
  javaScript: boolean;
}>;

/** All eight: wide and at 320 px, light and dark, with JavaScript and without. */
export const everyCircumstance: readonly Circumstances[] = (['desktop', 'phone'] as const).flatMap((width) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    [true, false].map((javaScript) => ({ width, theme, javaScript })),
  ),
);

/** For the title of a test: "phone, dark, without JavaScript". */
export const inWords = ({ width, theme, javaScript }: Circumstances): string =>
  `${width}, ${theme}, ${javaScript ? 'with' : 'without'} JavaScript`;

const viewports = { desktop: { width: 1_280, height: 900 }, phone: { width: 320, height: 640 } };
const usual: Circumstances = { width: 'desktop', theme: 'light', javaScript: true };

/** The pages one test opens: each call is a visitor of their own, with no cookie of another's. */
export type TestBrowser = Readonly<{ visitor(circumstances?: Partial<Circumstances>): Promise<Page> }>;

/**
 * One Chromium for the test file that calls it, at its top. A page that a visitor saw must have written no error to
 * the console, broken no content security policy, failed to load nothing and asked no other site for anything: if it
 * did, the test that opened it fails, whatever else it found.
 */
export function useBrowser(): TestBrowser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());
  return {
    async visitor(circumstances = {}) {
      if (browser === undefined) throw new Error('useBrowser() belongs at the top of the test file');
      const context = await newContext(browser, { ...usual, ...circumstances });
      const faults = watchForFaults(context);
      onTestFinished(async () => {
        await context.close();
        if (faults.length > 0) throw new Error(`The pages had faults:\n${faults.join('\n')}`);
      });
      return context.newPage();
    },
  };
}

/** The Chromium from its npm package: no package of the system is needed, and root may start it too. */
export async function launch(): Promise<Browser> {
  const { executable, environment } = await unpackedChromium();
  // Loaded only here, so that tests without a browser do not wait for it.
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath: executable,
    env: { ...onlyDefined(process.env), ...environment },
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--font-render-hinting=none'],
  });
}

function newContext(browser: Browser, { width, theme, javaScript }: Circumstances): Promise<BrowserContext> {
  return browser.newContext({
    viewport: viewports[width],
    colorScheme: theme,
    javaScriptEnabled: javaScript,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
}

const onlyDefined = (environment: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
