import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfiguration } from './read-configuration.ts';

function faultsOf(environment: Record<string, string>): readonly string[] {
  const read = readConfiguration(environment);
  return read.ok ? [] : read.error;
}

describe('somebody who sets nothing', () => {
  test('gets the site on localhost:3000, the embedded database and the Kent example', () => {
    const read = readConfiguration({});
    expect(read).toMatchObject({
      ok: true,
      value: { port: 3000, host: 'localhost', databaseUrl: undefined, example: 'kent', mode: 'production' },
    });
  });
});

describe('somebody who sets something wrong', () => {
  test.each([
    ['PORT', 'eighty', 'a whole number from 1 to 65535'],
    ['PORT', '0', 'a whole number from 1 to 65535'],
    ['PORT', '-1', 'a whole number from 1 to 65535'],
    ['PORT', '70000', 'a whole number from 1 to 65535'],
    ['ACCORD_EXAMPLE', 'essex', 'kent or none'],
    ['ACCORD_ADDRESS', 'accord.example', 'the address people type'],
    ['ACCORD_ADDRESS', 'https://accord.example/path', 'without a path'],
    ['HOST', 'my host', 'a host name or address'],
    ['ACCORD_RECORD_NAME', 'My Record', 'in small letters'],
    ['DATABASE_CONNECTIONS', '1', 'from 2 to 200'],
    ['ACCORD_MAIL_FROM', 'Accord <accord@example.org>', 'an e-mail address'],
    ['ACCORD_MAIL_FROM', 'a@b.org\nBcc: c@d.org', 'an e-mail address'],
  ])('%s=%s is told what it must be', (name, value, remedy) => {
    const [fault] = faultsOf({ [name]: value });
    expect(fault).toContain(`${name} must be`);
    expect(fault).toContain(remedy);
    expect(fault).toContain(`It is now "${value}".`);
  });

  test('is told everything at once', () => {
    expect(faultsOf({ PORT: 'x', ACCORD_LOG: 'loud' })).toHaveLength(2);
  });

  test('is told that a misspelt setting is none', () => {
    expect(faultsOf({ ACCORD_DTA: '/srv' })[0]).toContain('ACCORD_DTA is not a setting');
  });

  test('does not see a secret repeated', () => {
    const [fault] = faultsOf({ DATABASE_URL: 'mysql://owner:hunter2@localhost/accord' });
    expect(fault).toContain('DATABASE_URL must be a PostgreSQL address');
    expect(fault).not.toContain('hunter2');
  });

  test.each(['relay.example.org', 'http://relay.example.org', 'smtp://relay.example.org:587/path?tls=no'])(
    'is told that %s is no mail server',
    (given) => {
      expect(faultsOf({ SMTP_URL: given })[0]).toContain('SMTP_URL must be a mail server such as');
    },
  );

  test('is told that a database address names no database', () => {
    expect(faultsOf({ DATABASE_URL: 'postgres://owner@localhost' })[0]).toContain('names no database');
  });
});

describe('a secret kept in a file', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'accord-config-')), 'url');
  writeFileSync(file, 'postgres://owner@localhost/accord\n');

  test('is read from it', () => {
    expect(readConfiguration({ DATABASE_URL_FILE: file })).toMatchObject({
      ok: true,
      value: { databaseUrl: 'postgres://owner@localhost/accord' },
    });
  });

  test('is refused when given twice or missing', () => {
    expect(faultsOf({ DATABASE_URL_FILE: file, DATABASE_URL: 'postgres://o@h/d' })[0]).toContain(
      'given twice',
    );
    expect(faultsOf({ DATABASE_URL_FILE: `${file}.none` })[0]).toContain('could not be read');
  });
});
