import { type PublicRoute, text } from '#platform/http';

/** What search engines may index: everything that is published, but neither searches nor forms. */
export const robotsRoute: PublicRoute = {
  method: 'GET',
  path: '/robots.txt',
  may: 'anyone',
  handle: async () =>
    text(
      'text/plain',
      ['User-agent: *', 'Disallow: /find', 'Disallow: /sign-in', 'Disallow: /office', ''].join('\n'),
    ),
};
