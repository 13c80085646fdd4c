import { expect, test } from 'vitest';
import { mailAddress } from './mail-address.ts';

test.each([
  ['Clerk@Example.org', 'clerk@example.org'],
  ['a@example.org\u2028', 'a@example.org'],
  ['  a.b+waste@mail.example.co.uk ', 'a.b+waste@mail.example.co.uk'],
  ["o'neill_1@example.org", "o'neill_1@example.org"],
  ['post@bücher.example', 'post@xn--bcher-kva.example'],
])('%s is an address', (typed, kept) => {
  expect(mailAddress(typed)).toEqual({ ok: true, value: kept });
});

test.each([
  '',
  'example.org',
  '@example.org',
  'a@',
  'a@b',
  'a@127.0.0.1',
  'a@[127.0.0.1]',
  'a@example..org',
  'a@-example.org',
  '.a@example.org',
  'a..b@example.org',
  'a@b@example.org',
  'a b@example.org',
  '"a b"@example.org',
  'a(comment)@example.org',
  'a@example.org, b@example.org',
  'a@example.org;b@example.org',
  'Clerk <a@example.org>',
  'a@example.org\r\nBcc: b@example.org',
  'a\n@example.org',
  'ünal@example.org',
  `${'a'.repeat(65)}@example.org`,
  `a@${'b'.repeat(64)}.org`,
  `a@${'b.'.repeat(130)}org`,
  'a%00@example.org\0',
])('%j is none', (typed) => {
  expect(mailAddress(typed)).toEqual({ ok: false, error: 'not-an-address' });
});
