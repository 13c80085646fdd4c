import type { BrowserContext, ConsoleMessage, Request, Response } from 'playwright-core';

/**
 * Gathers what goes wrong on the pages of a context while a test uses them, one line each. The document itself may be
 * refused or missing, since tests look at such pages too; what a document asks for may not.
 */
export function watchForFaults(context: BrowserContext): readonly string[] {
  const faults: string[] = [];
  const note = (fault: string) => {
    faults.push(fault);
  };
  let site: string | undefined;
  context.on('console', (message) => {
    if (isFault(message)) note(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => note(`script: ${error.error().message}`));
  context.on('request', (request) => {
    site ??= originOf(request);
    if (originOf(request) !== site) note(`asked another site: ${request.url()}`);
  });
  context.on('requestfailed', (request) => {
    if (!wasCutShort(request)) note(`failed: ${request.url()} ${request.failure()?.errorText ?? ''}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400 && !isDocument(response)) note(`${response.status()}: ${response.url()}`);
  });
  return faults;
}

/** Chromium repeats every bad answer in the console; those are judged as answers instead. */
const isFault = (message: ConsoleMessage) =>
  message.type() === 'error' && !message.text().startsWith('Failed to load resource');

/** Going elsewhere stops what was still loading, and a download stops its navigation: neither is a fault. */
const wasCutShort = (request: Request) => request.failure()?.errorText === 'net::ERR_ABORTED';

const isDocument = (response: Response) => response.request().isNavigationRequest();

const originOf = (request: Request) => {
  const { protocol, origin } = new URL(request.url());
  return /^https?:$/.test(protocol) ? origin : undefined;
};
