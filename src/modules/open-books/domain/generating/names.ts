import type { Random } from './random.ts';

/** The first word says of every name that nobody bears it. */
const marks = ['Example', 'Invented', 'Imaginary', 'Fictional', 'Pretend', 'Specimen', 'Sample', 'Made-up'];
const middles = words(`
  Heron Oak Willow Kestrel Otter Larch Curlew Bramble Plover Hazel Badger Rowan Lapwing Alder Swift Juniper Marten Sorrel
  Dunlin Elder Merlin Birch Avocet Teasel Wren Maple Osprey Clover Siskin Aspen Linnet Yarrow Bittern Holly Martin Sedge
`);
const trades = `
  Roofing, Grounds Maintenance, Care Homes, Fostering, Highways, Printing, Legal Services, Catering, Software, Energy,
  Scaffolding, Drainage, Consulting, Recruitment, Taxis, Coaches, Waste Management, Security, Electrical, Plumbing,
  Training, Architects, Surveyors, Cleaning, Building Supplies, Laboratories, Media, Theatre, Housing, Telecoms,
  Furniture, Insurance, Stationery, Engineering, Nurseries, Veterinary Practice, Fire Protection, Lifts, Signs, Fuels
`
  .split(',')
  .map((trade) => trade.trim());
const forms = ['Ltd', 'Limited', 'PLC', 'LLP', 'CIC', '& Co', 'and Partners', ''];

export type Supplier = Readonly<{
  /** Who it truly is, however its name is written. */
  id: string;
  name: string;
  companyNumber: string;
}>;

/** The supplier of a number. Each number has another name. */
export function supplierOf(number: number): Supplier {
  let rest = number;
  const next = (list: readonly string[]): string => {
    const word = list[rest % list.length] ?? '';
    rest = Math.floor(rest / list.length);
    return word;
  };
  const [middle, trade, mark, form] = [next(middles), next(trades), next(marks), next(forms)];
  const name = `${mark} ${middle} ${trade} ${rest > 0 ? `No ${rest + 1} ` : ''}${form}`.trim();
  return { id: `payee-${number}`, name, companyNumber: `XX${String(number).padStart(6, '0')}` };
}

/** Another way in which somebody’s clerk writes the same name. */
export function writtenOtherwise({ name }: Supplier, random: Random): string {
  switch (random.below(6)) {
    case 0:
      return name.toUpperCase();
    case 1:
      return name.replace(/\bLtd$/, 'LIMITED').replace(/\bLimited$/, 'Ltd.');
    case 2:
      return name.replace('&', 'and');
    case 3:
      return `${name} `.replace(' ', '  ').trim();
    case 4:
      return name.replaceAll('-', ' ');
    default:
      return name;
  }
}

/** Names that are easily taken for what they are not. */
export const trickyNames = [
  'TOTAL FICTION GAS & POWER LTD',
  'Total Example',
  'Redactive Example Media Ltd',
  'Example Café',
  '1st Example Nurseries Ltd',
  '3 Invented Oaks Ltd',
  'Example "Quoted" Works',
  'March Example Drainage Board',
  'Example O’Example Ltd',
  '=Example Sums Ltd',
];

/** What stands where a person’s name was. */
export const redactions = [
  'REDACTED PERSONAL DATA',
  'Redacted',
  'REDACTED',
  'Redacted - Personal Data',
  '*** REDACTED ***',
  '[Redacted]',
  'Personal information redacted',
  'Name withheld',
  'REDACTED DATA',
  'Redaccted',
  'Individual',
];

export const departments = [
  ['Adult Social Care', 'Residential care', 'Home care', 'Day services'],
  ['Children and Families', 'Fostering', 'Early help', 'Special educational needs'],
  ['Environment', 'Waste collection', 'Street cleansing', 'Parks and open spaces'],
  ['Housing', 'Repairs', 'Homelessness', 'Private sector housing'],
  ['Highways and Transport', 'Road maintenance', 'Street lighting', 'Parking'],
  ['Finance and Resources', 'Accommodation', 'Information technology', 'Legal services'],
  ['Planning and Growth', 'Development management', 'Economic development', 'Building control'],
  ['Culture and Leisure', 'Libraries', 'Theatres', 'Leisure centres'],
] as const;

export const categories = [
  'Agency staff',
  'Building works',
  'Consultants’ fees',
  'Energy',
  'Equipment',
  'Grants',
  'Hired services',
  'Materials',
  'Printing and stationery',
  'Rents',
  'Software licences',
  'Third party payments',
  'Training',
  'Vehicle hire',
] as const;

export const purposes = [
  'Illustrative works at the depot',
  'Illustrative monthly charge',
  'Illustrative placement',
  'Illustrative call-out and repair',
  'Illustrative licence for the year',
  'Illustrative supply of goods',
  'Illustrative professional fees',
  'Illustrative grant to a community group',
] as const;

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
