import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { projectFolder } from '../architecture/source-tree.ts';

// npm start on a project that is all there but for the site itself, in a folder with a space in its name.
const site = "console.log('open in', process.pid);";

function project(): Readonly<{ folder: string; write(file: string, text: string): void }> {
  const outer = mkdtempSync(join(tmpdir(), 'accord-start-'));
  onTestFinished(() => rmSync(outer, { recursive: true, force: true }));
  const folder = join(outer, 'our accord');
  const write = (file: string, text: string): void => {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  write('src/main.ts', site);
  write('src/platform/ui/build-assets.ts', assets);
  for (const name of ['scripts', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'])
    cpSync(join(projectFolder, name), join(folder, name), { recursive: true });
  symlinkSync(join(projectFolder, 'node_modules'), join(folder, 'node_modules'));
  return { folder, write };
}

const assets = `import { mkdirSync, writeFileSync } from 'node:fs';
export async function buildAssets(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(folder + '/accord.css', '');
}`;

type Started = Readonly<{ status: number | null; pid: number | undefined; said: string }>;

const start = (folder: string, as: Readonly<{ uid?: number }> = {}): Promise<Started> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['scripts/start.mjs'], { cwd: folder, ...as });
    let said = '';
    child.stdout.on('data', (text: Buffer) => (said += text.toString()));
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    child.on('close', (status) => resolve({ status, pid: child.pid, said }));
  });

test('the first start builds, and the site runs in the process that was started', async () => {
  const { folder } = project();
  const { status, pid, said } = await start(folder);
  expect(said).toBe(`Building…\nopen in ${pid}\n`);
  expect(status).toBe(0);
  expect(existsSync(join(folder, 'dist/assets/accord.css'))).toBe(true);
});

test('the next start builds nothing, until a source has changed', async () => {
  const { folder, write } = project();
  await start(folder);
  expect((await start(folder)).said).not.toContain('Building');
  write('src/platform/kernel/money.test.ts', 'a test is no part of the site');
  expect((await start(folder)).said).not.toContain('Building');
  write('src/main.ts', "console.log('changed');");
  expect((await start(folder)).said).toBe('Building…\nchanged\n');
});

test('of two starts at once one builds, and both open', async () => {
  const { folder } = project();
  const both = await Promise.all([start(folder), start(folder)]);
  const said = both.map((one) => one.said).join('');
  expect(both.map(({ status }) => status)).toEqual([0, 0]);
  expect(said.split('Building…')).toHaveLength(2);
  expect(said.split('open in')).toHaveLength(3);
});

test('a start that was killed while it built stops nobody', async () => {
  const { folder, write } = project();
  write('.cache/prepare.lock', '2147483646');
  expect(await start(folder)).toMatchObject({ status: 0 });
  expect(existsSync(join(folder, '.cache/prepare.lock'))).toBe(false);
});

test('sources that do not compile are said to, and what was built before stays', async () => {
  const { folder, write } = project();
  await start(folder);
  write('src/main.ts', "const port: number = 'eighty'; console.log(port);");
  const { status, said } = await start(folder);
  expect(status).toBe(1);
  expect(said).toContain("src/main.ts(1,7): error TS2322: Type 'string' is not assignable to type 'number'.");
  expect(said).toContain('Accord does not compile');
  write('src/main.ts', site);
  expect((await start(folder)).said).not.toContain('Building');
});

test.runIf(process.getuid?.() === 0)('a folder of another user is said to be one', async () => {
  const { folder } = project();
  chmodSync(join(folder, '..'), 0o755);
  const { status, said } = await start(folder, { uid: 65_534 });
  expect(status).toBe(1);
  expect(said).toContain(
    'may not be written to by this user (EACCES). Run the command as the user who owns the folder',
  );
});
