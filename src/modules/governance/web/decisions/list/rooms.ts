/** What else belongs to the room of decisions, each with what it is for. */
export const rooms: readonly Readonly<{ href: string; text: string; says: string }>[] = [
  {
    href: '/decisions/all',
    text: 'All decisions',
    says: 'by council, year, kind, topic, place and standing',
  },
  { href: '/forward-plan', text: 'Forward plan', says: 'what is to be decided, by whom and when' },
  { href: '/dates', text: 'Work out a date', says: 'notice, call-in and effect, by each body’s own rules' },
];
