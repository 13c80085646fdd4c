import { execFile } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moduleOrder } from '../../scripts/scaffold/module-order.mjs';
import { carryOut } from '../../scripts/scaffold/plan.mjs';
import { planFor } from '../../scripts/scaffold/scaffold.mjs';
import { modules } from '../architecture/house-rules.ts';
import { projectFolder } from '../architecture/source-tree.ts';

// A copy of the project in which a newcomer begins the last module of all, so that it is there in no checkout yet.
const module = 'gateway';
let copy: string;
let written: readonly string[];

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'accord-scaffold-'));
  const settings = ['package.json', 'tsconfig.json', 'vitest.config.ts', '.oxlintrc.json', '.oxfmtrc.json'];
  for (const name of [...settings, 'src', 'tests', 'data'])
    cpSync(join(projectFolder, name), join(copy, name), { recursive: true });
  rmSync(join(copy, 'src/modules', module), { recursive: true, force: true });
  symlinkSync(join(projectFolder, 'node_modules'), join(copy, 'node_modules'));
  written = [
    ['module', module],
    ['page', module, 'open-reports'],
    ['page', module, 'services'],
    ['action', module, 'accept-report'],
    ['action', module, 'close-report'],
  ].flatMap((words) => carryOut(copy, planFor(words, modules)).written);
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Runs a tool in the copy and answers all it said. */
const tool = (name: string, ...args: readonly string[]): Promise<Readonly<{ ok: boolean; said: string }>> =>
  new Promise((resolve) => {
    execFile(join(copy, 'node_modules/.bin', name), args, { cwd: copy }, (error, stdout, stderr) =>
      resolve({ ok: error === null, said: stdout + stderr }),
    );
  });

describe('a module begun with npm run new', () => {
  test('is the folders of the anatomy, with its pages and actions in their lists', () => {
    expect(written).toContain(`src/modules/${module}/index.ts`);
    const routes = readFileSync(join(copy, `src/modules/${module}/web/routes.ts`), 'utf8');
    expect(routes).toContain('servicesRoute(services)');
    expect(routes).toContain('openReportsRoute(services)');
    const permissions = readFileSync(join(copy, `src/modules/${module}/permissions.ts`), 'utf8');
    expect(permissions).toMatch(/mayAcceptReport,[\s\S]*\]|\[[\s\S]*mayAcceptReport,/);
    expect(permissions).toContain('mayCloseReport, ');
  });

  test('is formatted by the formatter into what it accepts', async () => {
    await tool('oxfmt', `src/modules/${module}`);
    expect(await tool('oxfmt', '--check', `src/modules/${module}`)).toMatchObject({ ok: true });
  });

  test('compiles', async () => {
    // The module alone and what it is built on: whether the rest compiles does not depend on it.
    const settings = { extends: './tsconfig.json', include: [`src/modules/${module}`] };
    const compilerOptions = { tsBuildInfoFile: 'module.tsbuildinfo' };
    writeFileSync(join(copy, 'tsconfig.module.json'), JSON.stringify({ ...settings, compilerOptions }));
    const { said } = await tool('tsc', '--project', 'tsconfig.module.json');
    expect(said.split('\n').filter((line) => line.startsWith(`src/modules/${module}`))).toEqual([]);
    // And it was looked at.
    const action = join(copy, `src/modules/${module}/actions/close-report.ts`);
    appendFileSync(action, 'export const wrong: number = "one";\n');
    const { said: found } = await tool('tsc', '--project', 'tsconfig.module.json');
    expect(found).toContain(`src/modules/${module}/actions/close-report.ts`);
    writeFileSync(action, readFileSync(action, 'utf8').replace(/export const wrong.*\n$/, ''));
  });

  test('passes the linter', async () => {
    expect(await tool('oxlint', '--type-aware', `src/modules/${module}`)).toMatchObject({ ok: true });
  });

  test('passes its own tests and keeps the order of the house', async () => {
    const { said } = await tool('vitest', 'run', '--project', 'fast', `src/modules/${module}`);
    expect(said).toMatch(/Tests .*6 passed/);
    const { said: order } = await tool('vitest', 'run', '--project', 'fast', 'tests/architecture');
    expect(order).not.toContain(`src/modules/${module}`);
  });
});

describe('a newcomer who types something else', () => {
  test('is told what can be typed', () => {
    expect(() => planFor([], modules)).toThrow('npm run new page <module> <name>');
    expect(() => planFor(['action', 'register'], modules)).toThrow('npm run new action <module> <name>');
    expect(() => planFor(['page', 'register', 'Bodies'], modules)).toThrow('in kebab-case');
    expect(() => planFor(['widget', 'register', 'bodies'], modules)).toThrow('Say what is new');
  });

  test('is told that a module needs its place in the order first', () => {
    expect(() => planFor(['module', 'parishes'], modules)).toThrow('house-rules.ts');
    expect(moduleOrder(projectFolder)).toEqual(modules);
  });

  test('overwrites nothing', () => {
    const page = `src/modules/${module}/web/services-route.ts`;
    const before = readFileSync(join(copy, page), 'utf8');
    expect(() => carryOut(copy, planFor(['page', module, 'services'], modules))).toThrow('there already');
    expect(readFileSync(join(copy, page), 'utf8')).toBe(before);
  });

  test('is told what to do by hand where the lists have another shape', () => {
    const { next } = carryOut(copy, planFor(['page', 'register', 'new-page-of-a-test'], modules));
    const routes = join(copy, 'src/modules/register/web/routes.ts');
    const listed = existsSync(routes) && readFileSync(routes, 'utf8').includes('newPageOfATestRoute');
    expect(listed || next.some((step) => step.includes('newPageOfATestRoute'))).toBe(true);
  });
});
