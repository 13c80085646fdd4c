/**
 * The kinds of information that may be kept from the public, by their paragraph of schedule 12A to the Local Government
 * Act 1972 (England). Each is exempt only while the public interest in that outweighs the interest in disclosing it
 * (paragraph 10).
 */
export const exemptParagraphs = {
  1: 'Information relating to any individual',
  2: 'Information likely to reveal the identity of an individual',
  3: 'Financial or business affairs of any particular person, the authority itself among them',
  4: 'Consultations or negotiations on a labour relations matter',
  5: 'Legal professional privilege',
  6: 'A proposed notice imposing requirements on a person, or a proposed order or direction',
  7: 'Action to prevent, investigate or prosecute crime',
} as const;
export type ExemptParagraph = keyof typeof exemptParagraphs;
export const exemptParagraphNumbers = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly ExemptParagraph[];

/** `3. Financial or business affairs of any particular person, …` */
export const sayParagraph = (paragraph: ExemptParagraph): string =>
  `${paragraph}. ${exemptParagraphs[paragraph]}`;
