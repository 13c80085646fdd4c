import { expect, test } from 'vitest';
import { csrfToken, forgery } from './csrf.ts';

const secret = 'the visitor’s own cookie';
const own = { token: csrfToken(secret), secret, origins: ['http://localhost:3000'] };

test('a form of our own is accepted, from new browsers and from old ones', () => {
  expect(forgery({ 'sec-fetch-site': 'same-origin', origin: 'http://localhost:3000' }, own)).toBeUndefined();
  expect(forgery({}, own)).toBeUndefined();
});

test('a post that began on another site is refused, even with the right token', () => {
  expect(forgery({ 'sec-fetch-site': 'cross-site' }, own)).toBe('other-site');
  expect(forgery({ 'sec-fetch-site': 'same-site' }, own)).toBe('other-site');
  expect(forgery({ origin: 'https://elsewhere.example' }, own)).toBe('other-site');
  expect(forgery({ origin: 'null' }, own)).toBe('other-site');
});

test('a token is missing, made up, or another visitor’s', () => {
  expect(forgery({}, { ...own, token: undefined })).toBe('no-token');
  expect(forgery({}, { ...own, token: '' })).toBe('no-token');
  expect(forgery({}, { ...own, secret: undefined })).toBe('no-token');
  expect(forgery({}, { ...own, token: 'made up' })).toBe('wrong-token');
  expect(forgery({}, { ...own, token: csrfToken('somebody else’s cookie') })).toBe('wrong-token');
});
