/** What a decision, paper or promise is about, so that it can be found and followed by its matter. */
export const topics = {
  'adult-care': 'Adult social care',
  children: 'Children and families',
  community: 'Community and voluntary sector',
  'council-running': 'How the council runs',
  crime: 'Crime and community safety',
  culture: 'Arts, libraries and sport',
  economy: 'Business and skills',
  education: 'Schools and education',
  environment: 'Environment and climate',
  finance: 'Budgets, tax and money',
  health: 'Public health',
  housing: 'Housing and homelessness',
  partnerships: 'Partnerships and shared services',
  planning: 'Planning and building',
  transport: 'Roads and transport',
  waste: 'Waste and recycling',
} as const;
export type Topic = keyof typeof topics;
export const topicIds = Object.keys(topics) as readonly Topic[];

export const isTopic = (text: string): text is Topic => Object.hasOwn(topics, text);
