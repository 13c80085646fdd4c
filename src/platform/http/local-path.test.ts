import { expect, test } from 'vitest';
import { localPath } from './local-path.ts';

test('a path of this site is gone on to', () => {
  expect(localPath('/bodies/maidstone?on=2008-07-09', '/')).toBe('/bodies/maidstone?on=2008-07-09');
});

test.each([
  undefined,
  '',
  'bodies',
  '//elsewhere.example',
  '/\\elsewhere.example',
  'https://elsewhere.example',
  '/a\r\nb',
  '/a\\b',
])('%j leads nowhere else', (next) => {
  expect(localPath(next, '/work')).toBe('/work');
});
