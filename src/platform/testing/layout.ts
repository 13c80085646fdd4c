import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Nothing may reach past the right edge of the page, or a reader at 320 px has to scroll both ways (WCAG 1.4.10). */
export async function expectNoHorizontalScroll(page: Page): Promise<void> {
  expect(await reachingPastTheEdge(page), `${page.url()} scrolls sideways`).toEqual([]);
}

/** The innermost elements that make the page wider than its window, in words; none when nothing does. */
export function reachingPastTheEdge(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { documentElement: root } = document;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 1,
    );
    return wide
      .filter((element) => !wide.some((other) => other !== element && element.contains(other)))
      .map(
        (element) =>
          `<${element.tagName.toLowerCase()} class="${element.className}"> ${element.textContent.trim().slice(0, 40)}`,
      );
  });
}
