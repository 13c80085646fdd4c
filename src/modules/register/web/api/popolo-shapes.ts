import { z } from 'zod';
import { day } from './shapes.ts';

// Popolo (popoloproject.com), as its JSON schemas have it; only what the register holds.

const dates = { start_date: day.optional(), end_date: day.optional() };
const sources = z.array(z.object({ note: z.string() }));

export const organizationShape = z.object({
  id: z.string(),
  name: z.string(),
  classification: z.string(),
  other_names: z.array(z.object({ name: z.string(), ...dates })),
  identifiers: z.array(z.object({ scheme: z.string(), identifier: z.string() })),
  founding_date: day.optional(),
  dissolution_date: day.optional(),
  description: z.string().optional(),
  links: z.array(z.object({ url: z.string(), note: z.string() })),
  contact_details: z.array(z.object({ type: z.enum(['address', 'email', 'voice']), value: z.string() })),
});

export const postShape = z.object({
  id: z.string(),
  label: z.string(),
  role: z.string().optional(),
  organization_id: z.string(),
  ...dates,
  sources,
});

export const membershipShape = z.object({
  id: z.string(),
  organization_id: z.string().optional(),
  post_id: z.string(),
  person_id: z.string().optional(),
  label: z.string().optional().describe('The office that holds it, where no person is recorded'),
  on_behalf_of_id: z.string().optional(),
  ...dates,
  sources,
});

export const personShape = z.object({ id: z.string(), name: z.string() });

export const areaShape = z.object({
  id: z.string(),
  name: z.string(),
  identifier: z.string(),
  classification: z.string(),
  parent_id: z.string().optional(),
});
