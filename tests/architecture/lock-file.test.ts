import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Packages, withOptionalPackages } from '../../scripts/lock/with-optional-packages.mjs';
import { projectFolder } from './source-tree.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(join(projectFolder, name), 'utf8'));

type Manifest = Readonly<Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>>;

describe('the packages', () => {
  test('are asked for in exact versions', () => {
    const manifest = read('package.json') as Manifest;
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.length).toBeGreaterThan(20);
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
  });

  test('are locked for every system, or npm ci refuses the lock file; mend with npm run lock', () => {
    const { packages } = read('package-lock.json') as Readonly<{ packages: Packages }>;
    expect(Object.keys(withOptionalPackages(packages))).toEqual(Object.keys(packages));
  });

  test('of another system are noticed when the lock file lacks them', () => {
    const locked = {
      'node_modules/tool': { version: '1.2.3', optionalDependencies: { 'tool-linux-arm64-musl': '1.2.3' } },
    };
    expect(withOptionalPackages(locked)['node_modules/tool-linux-arm64-musl']).toEqual({
      version: '1.2.3',
      cpu: ['arm64'],
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    });
  });
});
