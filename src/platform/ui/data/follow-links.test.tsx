import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { followAddresses, FollowLinks } from './follow-links.tsx';

test('a body is followed at addresses of its own', () => {
  expect(followAddresses({ kind: 'bodies', id: 'maidstone' })).toEqual({
    feed: '/follow/bodies/maidstone/feed',
    calendar: '/follow/bodies/maidstone/calendar',
    mail: '/follow?bodies=maidstone',
  });
});

test('a thing is known by its page, wherever that page is', () => {
  expect(followAddresses({ kind: 'things', id: '/decisions/maidstone/2008-001' })).toEqual({
    feed: '/follow/things/feed?thing=%2Fdecisions%2Fmaidstone%2F2008-001',
    calendar: '/follow/things/calendar?thing=%2Fdecisions%2Fmaidstone%2F2008-001',
    mail: '/follow?things=%2Fdecisions%2Fmaidstone%2F2008-001',
  });
});

test('each link says what it follows, also when it is read by itself', () => {
  const shown = render(<FollowLinks followed={{ kind: 'places', id: 'swale' }} what="Swale" />);
  expect(shown.match(/>: Swale<|: Swale<\/span>/g)).toHaveLength(3);
  expect(shown).toContain('href="/follow/places/swale/feed"');
});
