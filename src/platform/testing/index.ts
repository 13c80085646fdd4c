export { expectAccessible, violationsOn } from './accessibility.ts';
export { type Circumstances, everyCircumstance, inWords, type TestBrowser, useBrowser } from './browser.ts';
export { type CrawledPage, crawl, type CrawlOptions } from './crawl.ts';
export { expectNoHorizontalScroll, reachingPastTheEdge } from './layout.ts';
export { type Beginning, recordedDatabase } from './recorded-database.ts';
export { testFolders } from './test-folders.ts';
export {
  createTestDatabase,
  type DatabaseForTest,
  type Filling,
  type TestDatabase,
  testDatabase,
} from './test-database.ts';
