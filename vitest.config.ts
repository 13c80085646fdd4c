import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Two projects: `fast` needs nothing but the code; `house` needs a real PostgreSQL, which its global setup starts.
const resolve = { conditions: ['source'] };
const ssr = { resolve: { conditions: ['source'], externalConditions: ['source'] } };
/** Vitest's own environment, which global setups run in. */
const environments = { __vitest__: { resolve: { conditions: ['source'], externalConditions: ['source'] } } };
const oxc = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;

/** Tests that open a database, a server or a browser are named so: `*.house.test.ts(x)`. */
const house = '{src,tests}/**/*.house.test.{ts,tsx}';

/** A test that asserts nothing cannot fail, so it fails. */
const expect = { requireAssertions: true };

/** One core less than there are, as vitest would have it, but two at least: tests wait for databases and browsers. */
const maxWorkers = Math.max(2, availableParallelism() - 1);

/** Files that take longest, those of each project: begun last, all but one worker would wait for them. */
const longest = [
  /accessibility\/every-page/,
  /durability\//,
  /access\//,
  /commands\//,
  /conformance\//,
  /scaffolding\//,
  /(?:guides|browser|money|meetings|commitments|tour|decisions|reminders|publish-kills)\.house/,
  /journeys\/agreements\.house/,
  /text\/read-text/,
  /reading\/(?:read-files|text-in-file)/,
  /suppliers\/changed-names/,
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const found = longest.findIndex((pattern) => pattern.test(moduleId));
      return found === -1 ? longest.length : found;
    };
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  test: {
    maxWorkers,
    // What a file becomes is kept by what it says, for the other project and for the next run.
    experimental: { fsModuleCache: true, fsModuleCachePath: '.cache/tests' },
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        resolve,
        ssr,
        oxc,
        test: {
          name: 'fast',
          include: ['{src,tests}/**/*.test.{ts,tsx}'],
          exclude: [house, '**/node_modules/**'],
          // These tests share nothing but the code, so the files of a worker need not load it anew each.
          isolate: false,
          // Generous, because a busy machine is no reason to fail.
          testTimeout: 30_000,
          expect,
        },
      },
      {
        resolve,
        ssr,
        environments,
        oxc,
        test: {
          name: 'house',
          // Each file makes its own site and database; the code they load is the same.
          isolate: false,
          include: [house],
          expect,
          globalSetup: ['./src/platform/testing/database-server.ts'],
          // Generous, because a busy machine is no reason to fail: what walks through every route takes a while on one.
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
