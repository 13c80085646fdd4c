import { describe, expect, test } from 'vitest';
import { checkNodeVersion } from '../../scripts/prepare/node-version.mjs';
import { countTests } from '../../scripts/stages/vitest.mjs';
import { runStages } from '../../scripts/stages/stage.mjs';
import { projectFolder } from '../architecture/source-tree.ts';

const file = (path: string, ...statuses: readonly string[]) => ({
  name: `${projectFolder}/${path}`,
  status: statuses.includes('failed') || statuses.length === 0 ? 'failed' : 'passed',
  assertionResults: statuses.map((status) => ({ status })),
});

describe('the tests of a run', () => {
  test('are counted once each, by kind', () => {
    const report = {
      testResults: [
        file('tests/journeys/sign-in.house.test.ts', 'passed', 'failed'),
        file('src/platform/kernel/money.test.ts', 'passed', 'passed'),
        file('src/modules/register/domain/body.test.ts', 'passed'),
        file('src/platform/kernel/result.test.ts', 'passed'),
      ],
    };
    expect(countTests(report, false, 'said')).toEqual({
      passed: 5,
      failed: 1,
      parts: [
        { name: 'journeys', passed: 1, failed: 1 },
        { name: 'modules register', passed: 1, failed: 0 },
        { name: 'platform kernel', passed: 3, failed: 0 },
      ],
      slowest: [],
      output: 'said',
    });
  });

  test('name the files that took longest, the slowest first', () => {
    const lasting = (path: string, ...durations: readonly number[]) => ({
      ...file(path),
      status: 'passed',
      assertionResults: durations.map((duration) => ({ status: 'passed', duration })),
    });
    const report = {
      testResults: [
        lasting('tests/quick.test.ts', 40, 60),
        lasting('tests/slow.test.ts', 4_000, 3_000),
        lasting('tests/slowest.test.ts', 90_000),
      ],
    };
    expect(countTests(report, true, '').slowest).toEqual([
      { name: 'tests/slowest.test.ts', seconds: 90 },
      { name: 'tests/slow.test.ts', seconds: 7 },
    ]);
  });

  test('fail when a file could not be read', () => {
    const outcome = countTests({ testResults: [file('src/platform/kernel/money.test.ts')] }, false, '');
    expect(outcome).toMatchObject({ passed: 0, failed: 1 });
  });

  test('fail when nothing was found, and when no report was written', () => {
    expect(countTests({ testResults: [] }, true, '')).toMatchObject({ passed: 0, failed: 1 });
    expect(countTests(undefined, true, '')).toMatchObject({ passed: 0, failed: 1 });
  });

  test('fail when the run ends badly after every test has passed', () => {
    const report = { testResults: [file('src/platform/kernel/money.test.ts', 'passed')] };
    expect(countTests(report, false, 'an unhandled error')).toMatchObject({ passed: 1, failed: 1 });
    expect(countTests(report, true, '')).toMatchObject({ passed: 1, failed: 0 });
  });
});

test('the stages are added up, and one that throws has failed', async () => {
  const stage = (name: string, passed: number, failed: number) => ({
    name,
    run: async () => ({ passed, failed, output: '' }),
  });
  const broken = { name: 'broken', run: () => Promise.reject(new Error('no such tool')) };
  const said: string[] = [];
  const total = await runStages([[stage('format', 1, 0), stage('lint', 0, 1)], [broken]], (line) =>
    said.push(line),
  );
  expect(total).toEqual({ passed: 1, failed: 2 });
  expect(said.join('\n')).toContain('no such tool');
});

describe('a Node.js', () => {
  test.each(['18.20.8', '20.18.3', '16.0.0'])('%s is refused with what to do', (version) => {
    expect(() => checkNodeVersion(version)).toThrow(
      `needs Node.js 20.19 or later, and this is ${version}. Install a newer one`,
    );
  });

  test.each(['20.19.0', '20.20.2', '22.0.0', '100.1.0'])('%s will do', (version) => {
    expect(() => checkNodeVersion(version)).not.toThrow();
  });
});
