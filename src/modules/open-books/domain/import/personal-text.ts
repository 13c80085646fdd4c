import { forenames } from '../suppliers/forenames.ts';

/** What in a text tells of an individual, and what it is called where it is told to an officer. */
export const personalSigns = {
  'insurance-number': 'a National Insurance number',
  email: 'an e-mail address',
  phone: 'a telephone number',
  birth: 'a date of birth',
  address: 'a home address',
  name: 'the name of a person',
} as const;
export type PersonalSign = keyof typeof personalSigns;

/**
 * What in the description of a payment looks like the data of an individual; undefined where nothing does. A suspicion, for an officer
 * to decide: a street may be that of a school, and a Mr a trading name.
 */
export const personalIn = (text: string): PersonalSign | undefined =>
  (Object.keys(personalSigns) as PersonalSign[]).find((sign) => shows[sign](text));

const shows: Readonly<Record<PersonalSign, (text: string) => boolean>> = {
  // Without the prefixes that are never given out.
  'insurance-number': (text) =>
    /\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/iu.test(
      text,
    ),
  email: (text) => /[\w.+-]+@[\w-]+\.[a-z]{2}/iu.test(text),
  // A mobile number, or one of a place with a gap in it: what is written in one piece is more often a reference.
  phone: (text) =>
    /(?:\+44 ?|\b0)7\d{3}[ -]?\d{3}[ -]?\d{3}\b/u.test(text) ||
    /(?:\+44 ?|\b0|\(0)[12]\d{1,4}\)?[ -]\d{3,4}[ -]?\d{3,4}\b/u.test(text),
  birth: (text) => /\bd\.? ?o\.? ?b\b|\bdate of birth\b|\bborn\b.{0,4}\d/iu.test(text),
  // A house and its postcode, or a flat: a street by itself is a place of works.
  address: (text) =>
    (/\b\d{1,4}[a-z]?,? +\p{L}[\p{L}' ]{2,30}\b/iu.test(text) && postcode.test(text)) ||
    /\b(?:flat|room) \d+[a-z]?,? +(?:\d+,? +)?\p{L}[\p{L}' ]{2,30}\b(?:road|rd|street|st|avenue|ave|close|lane|drive|court|house|way)\b/iu.test(
      text,
    ),
  name: (text) => titled(text) || named(text),
};

const postcode = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/iu;

/** `re: Mr J Smith`; but not `MS Office`. */
function titled(text: string): boolean {
  const plain = text.replaceAll(programs, '');
  return (
    /\b(?:Mr|Mrs|Miss|Ms|Master)\b\.? *(?:[A-Z]\b\.? *){0,3}\p{Lu}[\p{L}'’-]+/u.test(plain) ||
    /\b(?:MR|MRS|MISS|MS)\b\.? *(?:[A-Z]\b\.? *){0,3}\p{Lu}[\p{Lu}'’-]+\b/u.test(plain)
  );
}
const programs =
  /\bMS (?:office|windows|azure|teams|excel|project|sql|word|exchange|visio|dynamics|licen[cs]es?|365)\b/giu;

/** A forename with a name after it, behind a word for somebody who is looked after, taught or housed: `Child: Amy Sample`. */
function named(text: string): boolean {
  for (const [, given = ''] of text.matchAll(behindWord)) if (forenames.has(given.toLowerCase())) return true;
  return false;
}
const behindWord =
  /\b(?:re|child|children|pupil|student|client|tenant|claimant|resident|service user|young person|yp|lac|fao|foster|patient|baby)\b['’]?s?[ :–-]+(\p{L}+) +\p{Lu}[\p{L}'’-]*/giu;

/**
 * What every text has in which something is seen, as the database looks for it among all: far more have it. In the words of RE2.
 */
export const mayBePersonal = String.raw`(?i)\b(re|mr|mrs|ms|miss|master|d\.? ?o\.? ?b|born|birth|child|children|pupil|student|client|tenant|claimant|resident|user|person|yp|lac|fao|foster|patient|baby|flat|room)\b|@|\d{3}|\d{2} ?\d{2} ?\d{2}|[a-z]\d[a-z\d]? ?\d[a-z]{2}\b`;
