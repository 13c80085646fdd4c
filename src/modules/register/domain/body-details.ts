import { type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import type { Provenance } from './certainty.ts';
import type { Dated } from './dated.ts';

/** How to reach a body and what it says of itself. An empty text means: not given. */
export type BodyContact = Readonly<{
  homepage: string;
  address: string;
  /** The office's address for letters by e-mail, never a person's. */
  email: string;
  phone: string;
  description: string;
}>;

export type BodyDetails = BodyContact &
  Dated &
  Provenance &
  Readonly<{ bodyId: string; version: number; reason: string }>;

export type DetailsRefusal =
  | 'homepage-not-an-address'
  | 'email-not-an-address'
  | 'phone-not-a-number'
  | 'text-too-long'
  | 'source-missing'
  | 'nothing-changed'
  | 'date-before-founded';

const longest = { homepage: 300, address: 500, email: 254, phone: 40, description: 2000 } as const;

/** Reads the answers of the form: trims them and checks each is what it claims to be. */
export function bodyContact(answers: BodyContact): Result<BodyContact, DetailsRefusal> {
  const contact: BodyContact = {
    homepage: answers.homepage.trim(),
    address: answers.address.trim(),
    email: answers.email.trim(),
    phone: answers.phone.trim(),
    description: answers.description.trim(),
  };
  const keys = Object.keys(longest) as (keyof BodyContact)[];
  if (keys.some((key) => contact[key].length > longest[key])) return refuse('text-too-long');
  if (contact.homepage !== '' && !isWebAddress(contact.homepage)) return refuse('homepage-not-an-address');
  if (contact.email !== '' && !/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]{2,}$/u.test(contact.email))
    return refuse('email-not-an-address');
  if (contact.phone !== '' && !/^\+?[\d() -]{6,}$/u.test(contact.phone)) return refuse('phone-not-a-number');
  return ok(contact);
}

/** A change of details: something differs, it says where it is known from, and it is not dated before the body began. */
export function acceptDetails(
  next: Readonly<{ contact: BodyContact; from: IsoDate; source: string }>,
  current: BodyDetails | undefined,
  founded: IsoDate | undefined,
): Result<BodyContact, DetailsRefusal> {
  const contact = bodyContact(next.contact);
  if (!contact.ok) return contact;
  if (next.source.trim() === '') return refuse('source-missing');
  if (founded !== undefined && next.from < founded) return refuse('date-before-founded');
  if (current !== undefined && sameContact(current, contact.value)) return refuse('nothing-changed');
  return contact;
}

function sameContact(a: BodyContact, b: BodyContact): boolean {
  return (Object.keys(longest) as (keyof BodyContact)[]).every((key) => a[key] === b[key]);
}

// Only the web's own two schemes: a `javascript:` link typed here would otherwise stand on a public page.
function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.') && username === '';
}
