import type { Page } from 'playwright-core';

/**
 * Lets a page that is open become the page of this address as the site answered it, scripts and all, without its being loaded
 * again: to load a page, and to make a judge at home in it, takes many times as long as to judge it. Answers whether it
 * could: a page with other styles or scripts has to be loaded. What scripts add bears the attribute `mark`.
 */
export async function turnTo(page: Page, address: string, html: string, mark: string): Promise<boolean> {
  return page.evaluate(
    async (next) => {
      const parsed = new DOMParser().parseFromString(next.html, 'text/html');
      const needs = (from: Document) =>
        [...from.querySelectorAll('link[rel=stylesheet], script')].map(
          (each) => each.getAttribute('href') ?? each.getAttribute('src') ?? 'its own',
        );
      if (!location.protocol.startsWith('http') || needs(parsed).join() !== needs(document).join())
        return false;

      history.replaceState(null, '', next.address);
      document.title = parsed.title;
      const root = document.documentElement;
      for (const name of root.getAttributeNames()) root.removeAttribute(name);
      for (const { name, value } of parsed.documentElement.attributes) root.setAttribute(name, value);
      document.body.replaceWith(document.adoptNode(parsed.body));
      scrollTo(0, 0);

      const stood = new Set(document.querySelectorAll('*'));
      // A module runs once, so it comes under another address for every page.
      for (const { src } of document.querySelectorAll<HTMLScriptElement>('script[type=module]'))
        await new Promise((resolve, reject) => {
          const again = document.createElement('script');
          again.type = 'module';
          again.addEventListener('load', resolve);
          again.addEventListener('error', () => reject(new Error(`${src} was not loaded`)));
          again.src = `${src}?turned=${performance.now()}`;
          again.dataset['turned'] = '';
          document.head.append(again);
        });
      for (const ran of document.querySelectorAll('script[data-turned]')) ran.remove();
      for (const element of document.querySelectorAll('*'))
        if (!stood.has(element)) element.setAttribute(next.mark, '');
      return true;
    },
    { address, html, mark },
  );
}
