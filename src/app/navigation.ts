/** The name people know the site by. */
export const siteName = 'Accord';

/** The rooms of the public site, in the order of the top navigation. A page names its room as its `section`. */
export const navigation = [
  { section: 'agreements', text: 'Agreements', href: '/agreements' },
  { section: 'decisions', text: 'Decisions', href: '/decisions' },
  { section: 'money', text: 'Money', href: '/money' },
  { section: 'bodies', text: 'Councils and bodies', href: '/bodies' },
  { section: 'places', text: 'Places', href: '/places' },
  { section: 'record', text: 'The record', href: '/record' },
] as const;

export const footerLinks = [
  { text: 'About Accord', href: '/about' },
  { text: 'Follow', href: '/follow' },
  { text: 'Accessibility statement', href: '/accessibility' },
  { text: 'Privacy', href: '/privacy' },
  { text: 'Cookies', href: '/cookies' },
  { text: 'API', href: '/api' },
  { text: 'The record', href: '/record' },
];
