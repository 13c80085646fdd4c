import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { allCommands, runCommand } from '../../src/app/commands/run-command.ts';
import { useSite } from '../support/open-site.ts';
import { visitorOf } from '../support/visitor.ts';

const site = useSite();
const folder = mkdtempSync(join(tmpdir(), 'accord-command-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the command line says and ends with, typed by somebody with this on standard input. */
async function type(line: string, input = '') {
  const said: string[] = [];
  const status = await runCommand(line === '' ? [] : line.split(' '), {
    configuration: site().configuration,
    out: (text) => said.push(text),
    err: (text) => said.push(text),
    input: async () => input,
  });
  return { status, said: said.join('\n') };
}

describe('somebody who types accord', () => {
  test('and nothing else gets every command', async () => {
    const { status, said } = await type('');
    expect(status).toBe(0);
    for (const { name, says } of await allCommands()) {
      expect(said).toContain(`accord ${name}`);
      expect(said).toContain(says);
    }
    expect(said).toContain('record verify FILE');
  });

  test('and each of them by its name gets that one', async () => {
    for (const { name, says } of await allCommands()) {
      const { said } = await type(`${name} --help`);
      expect(said.split('\n').slice(1)).toEqual([`    ${says}`]);
    }
  });

  test('and something that is no command is told so, with the list', async () => {
    const { status, said } = await type('recrod verify x');
    expect(status).toBe(2);
    expect(said).toContain('There is no command "recrod verify x".');
    expect(said).toContain('accord record verify');
  });

  test('and asks about one command gets how it is written, and nothing is done', async () => {
    const { status, said } = await type('body add oxford --help');
    expect([status, said]).toEqual([0, expect.stringMatching(/^accord body add BODY .*district-council/su)]);
    expect((await visitorOf(site().address).get('/bodies/oxford')).status).toBe(404);
  });

  test.each([
    'account add a@b.example --ofice x',
    'record verify',
    'account add',
    'account add a@b.example',
    'account disable',
  ])('and `%s` is told how it is written', async (line) => {
    const { status, said } = await type(line);
    expect(status).toBe(2);
    expect(said).toContain('It is written: accord');
  });
});

describe('somebody who opens an account', () => {
  const password = 'plum kettle harbour';

  test('can sign in with it on the site, and no more once it is closed', async () => {
    const email = 'scrutiny@maidstone.example';
    const added = await type(`account add ${email} --office maidstone.scrutiny-officer`, `${password}\n`);
    expect(added).toEqual({ status: 0, said: expect.stringContaining('can now sign in') });

    const visitor = visitorOf(site().address);
    const signedIn = await visitor.send('/sign-in', { email, password });
    expect([signedIn.status, signedIn.to]).toEqual([303, '/work']);
    expect((await visitor.get('/work')).body).toContain('Maidstone Borough Council');

    expect((await type(`account disable ${email}`)).status).toBe(0);
    expect((await visitor.get('/work')).to).toContain('/sign-in');
    expect((await visitorOf(site().address).send('/sign-in', { email, password })).status).toBe(422);
  });

  test.each([
    ['nobody', 'maidstone.leader', password, 'That is not an e-mail address'],
    ['a@maidstone.example', 'maidstone.nobody', password, 'There is no office maidstone.nobody today'],
    ['a@maidstone.example', 'maidstone.leader', 'short', 'must be 15 characters or more'],
    ['a@maidstone.example', 'maidstone.leader', 'aaaaaaaaaaaaaaaa', 'too easy to guess'],
  ])('for %s as %s is told what is wrong', async (email, office, typed, sentence) => {
    const { status, said } = await type(`account add ${email} --office ${office}`, typed);
    expect(status).toBe(1);
    expect(said).toContain(sentence);
  });

  test('twice, or closes one there never was, is told so', async () => {
    await type('account add leader@maidstone.example --office maidstone.leader', password);
    const again = await type('account add leader@maidstone.example --office maidstone.leader', password);
    expect(again.said).toContain('There is an account with this e-mail address already');
    const none = await type('account disable nobody@maidstone.example');
    expect([none.status, none.said]).toEqual([1, expect.stringContaining('There is no account')]);
  });
});

describe('somebody who checks the record at home', () => {
  test('finds the downloaded one whole, and a doctored one not', async () => {
    const file = join(folder, 'record.ndjson');
    writeFileSync(file, (await visitorOf(site().address).get('/record/download')).body);
    expect(await type(`record verify ${file}`)).toMatchObject({ status: 0 });

    const doctored = join(folder, 'doctored.ndjson');
    writeFileSync(doctored, readFileSync(file, 'utf8').replace('Maidstone', 'Maidstune'));
    expect(await type(`record verify ${doctored}`)).toMatchObject({ status: 1 });
    expect(await type(`record verify ${join(folder, 'nowhere')}`)).toMatchObject({ status: 2 });
  });

  test('gets the same file from the command line as from the site', async () => {
    const file = join(folder, 'exported.ndjson');
    expect(await type(`record export ${file}`)).toMatchObject({ status: 0 });
    expect(readFileSync(file, 'utf8')).toBe((await visitorOf(site().address).get('/record/download')).body);
  });
});

test('somebody who checks the settings sees what holds, and no secret', async () => {
  const { status, said } = await type('config check');
  expect(status).toBe(0);
  expect(said).toMatch(/PORT +\d+/);
  expect(said).toMatch(/DATABASE_URL +\(given, not shown\)/);
  expect(said).not.toContain(new URL(site().test.ownerUrl).password);
});
