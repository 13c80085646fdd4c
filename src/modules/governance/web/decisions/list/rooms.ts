/** What else belongs to the room of decisions, each with what it is for. */
export const rooms: readonly Readonly<{ href: string; text: string; says: string }>[] = [
  {
    href: '/decisions/find',
    text: 'Find decisions and papers',
    says: 'by their words, what papers say too',
  },
  {
    href: '/decisions/all',
    text: 'All decisions',
    says: 'by council, year, kind, topic, place and standing',
  },
  {
    href: '/forward-plan',
    text: 'Forward plan',
    says: 'what councils are going to decide, and from when they may',
  },
  { href: '/meetings', text: 'Meetings', says: 'agendas, papers, votes and minutes' },
  {
    href: '/proposals',
    text: 'Joint proposals',
    says: 'one text put to several councils, and what blocks it',
  },
  {
    href: '/decisions/call-ins',
    text: 'Call-ins',
    says: 'decisions that members have called in, and what became of them',
  },
  { href: '/scrutiny', text: 'Scrutiny', says: 'recommendations, answers, and conditions that are watched' },
  {
    href: '/clock-league',
    text: 'Clock league',
    says: 'how each council keeps its time limits, line by line',
  },
  { href: '/dates', text: 'Work out a date', says: 'notice, call-in and effect, by each body’s own rules' },
];
