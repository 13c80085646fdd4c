// A million payees' names of known truth: firms, schools, parishes and charities as councils' ledgers write them, with their
// misspellings, and with neighbours of nearly the same name who are somebody else.

export type NamedPayee = Readonly<{
  body: string;
  name: string;
  payments: number;
  company?: string;
  vat?: string;
  /** Which firm it is: never shown to a method that is tried. */
  truth: number;
}>;

const words = (text: string): readonly string[] => text.trim().split(/\s+/u);

const surnames = words(`
  Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Jackson
  Clarke Harris Cooper Turner Ward Hughes Edwards Hill Moore Clark Harrison Scott Young Morris Baker Allen Mitchell Carter Phillips Lee
  Bennett Parker Cook Shaw Bailey Cox Marshall Richardson Collins Bell Murphy Miller Gray Simpson Ellis Mason Hunt Palmer Holmes Mills
  Knight Barnes Fletcher Butler Pearson Barker Stevens Jenkins Dixon Fisher Harvey Pearce Hunter Foster Lloyd Webb Cole Reynolds Fox
  Ford Payne Chapman Gibson Watts Burton Lawson Perry Sutton Hudson Bishop Parsons Wells Day Newman Barrett Spencer Hart Porter
  Saunders Atkins Chambers Lawrence Weaver Nicholls Dawson Burgess Hewitt Norris Morrison Sharp Bolton Summers Thorpe Whitehead
`);
const surnameStarts = words(`
  Har Ash Whit Thor Black Hol Wal Rad Kirk Brad Stan Mar Pen Tre Pol Trev Ber Cran Dun Elm Fair Gold Had Ing Kel Lang Mal Nor Oak Pem
  Quin Rams Sel Tal Under Ver Win Yar Beck Chal Den Esh Fern Gar Hex Lam Mor Net Ord Pel Rud Shel Tur Wes Hors Bram Cald Drew Ever
`);
const surnameEnds = words(`
  ley ton ford well man wood field worth croft more combe by ham den hurst land shaw stone water bridge bourne son row burn ridge
  dale low stead wick ington erson erton ingham
`);
const placeStarts = words(`
  Ash Hal Bur Chel Cop Dart Ex Fren Great Hat Ivy Ken Lyd Mor Nor Ot Plym Ring Sid Tav Up Wid Yel Brad Crow Dun Elm Farn Grim Hex Kirk
  Lang Mel Nether Over Pil Rad Stap Thorn Wal Whim Buck Clay Dod Ever Fil Gos Hem Ips Kel Loxh Marl New Oak Pen Rack Sandr Tops Wool
`);
const placeEnds = words(
  `ton ford bury well worthy leigh combe mouth stock ham wick stow bridge hampton minster don field thorpe by dale`,
);
const towns = words(`
  Maidstone Ashford Canterbury Dover Folkestone Gravesend Sevenoaks Tonbridge Margate Ramsgate Medway Swale Dartford Leeds Bradford
  Wakefield Halifax Oxford Banbury Bicester Coventry Rugby Warwick Nuneaton Exeter Plymouth Torquay Barnstaple Tiverton Newton Darlington
  Durham Burnley Blackburn Accrington Preston Lancaster Bolton Wigan Reading Swindon Bristol Bath Gloucester Cheltenham Norwich Ipswich
`);
const trades = words(`
  Plumbing Heating Roofing Electrical Joinery Decorators Scaffolding Fencing Landscapes Construction Builders Flooring Glazing Catering
  Cleaning Security Taxis Coaches Travel Transport Haulage Recruitment Training Consulting Solicitors Accountants Surveyors Architects
  Engineering Fabrications Printers Signs Publishing Media Design Software Systems Networks Computers Healthcare Homecare Fostering
  Childcare Recycling Environmental Drainage Lighting Lifts Furniture Interiors Supplies Products Equipment Hire Motors Garages Tyres
`);
const tails = words(
  `Services Group Solutions Holdings Associates Partnership Consultants Enterprises Contractors Management International`,
);
const coinedStarts = words(`
  Ac Al Ar Av Axi Bel Ber Cal Cen Cor Cy Dex Dyn El En Ex Fal Gen Hel Hy In Jun Kin Lex Lin Lum Mag Med Nex Nov Om Op Or Pel Per Plex
  Qua Ren Sen Sig Sol Syn Tal Tec Ter Tri Val Ver Vis Vit Xen Zen Zy Opti Inter Omni Pro
`);
const coinedMiddles = words('a e i o u an en in on er or al il is us ar em um eta ora ina ica');
const coinedEnds = words(
  'tec dyne ware net care corp sys plan form point link core max serve com ria nova via tis lis con gen med lex',
);
const firstWords = words(`
  Blue Silver Bright Green Golden Little Happy Rising New Old Royal Crystal Rainbow Sunny Swift Noble Prime Acorn Phoenix Castle Amber Copper
  Bold Clever Quick Quiet Open True Clear Fresh Wild Grand Busy Magic Steady Iron Velvet Scarlet Emerald Marble Winter Morning Evening Northern
`);
const secondWords = words(`
  River Oak Star Bridge Stone Willow Hill Tree House Meadow Bay Horizon Path Harbour Gate Field Spring Rose Falcon Lion Arrow Anchor Badger Beacon
  Birch Compass Cedar Crown Eagle Elm Fern Flame Fountain Garden Hawk Heron Ivy Kite Lantern Leaf Maple Mill Orchard Otter Owl Pebble Pine Planet
  Quay Raven Robin Sail Shield Sparrow Summit Swan Thistle Tower Valley Wagon Wheel Window Wren
`);
const saints = words(
  'Marys Johns Peters Pauls Michaels Andrews James Josephs Annes Nicholas Georges Lukes Marks Stephens Thomas Margarets Cuthberts',
);
const schools = [
  'Primary School',
  'C of E Primary School',
  'Infant School',
  'Junior School',
  'High School',
  'Catholic Primary School',
  'Pre-School',
  'Academy',
];
const homes = [
  'Nursing Home',
  'Residential Home',
  'Care Home',
  'Lodge',
  'Court',
  'House',
  'Day Nursery',
  'Playgroup',
  'Surgery',
];
const bodies = words(
  'ashford canterbury dartford dover folkestone gravesham maidstone medway sevenoaks swale thanet tonbridge wells kent',
);

type Random = Readonly<{
  next(): number;
  below(n: number): number;
  of<T>(list: readonly T[]): T;
  chance(p: number): boolean;
}>;

function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number) => Math.floor(next() * n);
  const of = <T>(list: readonly T[]): T => {
    const chosen = list[below(list.length)];
    if (chosen === undefined) throw new Error('Nothing to choose from');
    return chosen;
  };
  return { next, below, of, chance: (p) => next() < p };
}

/** A firm: its name in parts, and how it may be written. */
type Firm = Readonly<{
  parts: readonly string[];
  form: string;
  trades: string;
  company: string;
  vat: string;
  bodies: readonly string[];
}>;

const middles = ['', '', '', 'er', 'ing', 'en', 'is', 'ow', 'el', 'an'];
const surname = (random: Random) =>
  random.chance(0.3)
    ? random.of(surnames)
    : random.of(surnameStarts) + random.of(middles) + random.of(surnameEnds);
const place = (random: Random) =>
  random.chance(0.45) ? random.of(towns) : random.of(placeStarts) + random.of(middles) + random.of(placeEnds);
const coined = (random: Random) =>
  random.of(coinedStarts) +
  (random.chance(0.8) ? random.of(coinedMiddles) : '') +
  (random.chance(0.5) ? random.of(coinedStarts).toLowerCase() : '') +
  random.of(coinedEnds);
const letter = (random: Random) => String.fromCodePoint(65 + random.below(26));

function partsOf(random: Random): readonly string[] {
  const kind = random.next();
  if (kind < 0.16)
    return [surname(random), random.of(trades), ...(random.chance(0.4) ? [random.of(tails)] : [])];
  if (kind < 0.28)
    return [
      letter(random),
      ...(random.chance(0.5) ? [letter(random)] : []),
      surname(random),
      random.chance(0.4) ? '& Sons' : random.of(trades),
    ];
  if (kind < 0.38)
    return [surname(random), '&', surname(random), ...(random.chance(0.5) ? [random.of(trades)] : [])];
  if (kind < 0.62)
    return [coined(random), random.of(trades), ...(random.chance(0.45) ? [random.of(tails)] : [])];
  if (kind < 0.74)
    return [
      random.of(firstWords),
      random.of(secondWords),
      random.of(trades),
      ...(random.chance(0.5) ? [place(random)] : []),
    ];
  if (kind < 0.84) return [place(random), random.of(trades), random.of(tails)];
  if (kind < 0.9)
    return [place(random), ...(random.chance(0.5) ? [`St ${random.of(saints)}`] : []), random.of(schools)];
  if (kind < 0.95) return [surname(random), place(random), random.of(homes)];
  return random.chance(0.5)
    ? [place(random), 'Parish Council']
    : [
        place(random),
        random.of([
          'Community Association',
          'Village Hall',
          'Citizens Advice',
          'Youth Club',
          'Methodist Church',
        ]),
      ];
}

const incorporated = (parts: readonly string[]) =>
  !/School|Academy|Council|Church|Playgroup|Surgery|Hall$/u.test(parts.join(' '));

function firmOf(random: Random, serial: number, parts = partsOf(random)): Firm {
  const form = incorporated(parts)
    ? random.of(['Ltd', 'Ltd', 'Ltd', 'Ltd', 'LLP', 'PLC', 'CIC', '', ''])
    : '';
  return {
    parts,
    form,
    trades: form === 'Ltd' && random.chance(0.04) ? `${coined(random)} ${random.of(trades)}` : '',
    company: form === '' ? '' : String(1_000_000 + serial).padStart(8, '0'),
    vat: String(200_000_000 + serial * 101),
    bodies: Array.from({ length: 1 + random.below(3) }, () => random.of(bodies)),
  };
}

/** Somebody else of nearly the same name: another place, number, side, trade, initial or letter, or the very same name elsewhere. */
function neighbourOf(random: Random, serial: number, { parts }: Firm): Firm {
  const changed = [...parts];
  // Of neighbours one in twenty-two differs by a single letter.
  const kind = random.chance(1 / 22) ? 7 : random.below(7);
  // A firm whose registered name holds the place writes it before “Ltd”; a branch of one firm has it after.
  if (kind === 0) changed.push(`(${random.of(towns)})`);
  else if (kind === 1)
    changed.splice(1, 0, random.of(['North', 'South', 'East', 'West', 'Midlands', 'Northern', 'Southern']));
  else if (kind === 2) changed.splice(1, 0, random.of(['2000', 'One', 'II', '2', '3', '21']));
  else if (kind === 3) changed[changed.length - 1] = random.of(trades);
  else if (kind === 4) changed[0] = surname(random);
  else if (kind === 5) changed.unshift(letter(random));
  else if (kind === 6) changed[0] = place(random);
  else {
    const word = changed[0] ?? '';
    const at = 1 + random.below(Math.max(1, word.length - 1));
    if (word.length > 3)
      changed[0] = word.slice(0, at) + random.of(['a', 'e', 'n', 'r', 't', 'l']) + word.slice(at + 1);
  }
  return firmOf(random, serial, changed);
}

const shorter: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bServices\b/u, ['Serv', 'Servs', 'Svcs']],
  [/\bManagement\b/u, ['Mgt', 'Mgmt', 'Mngt']],
  [/\bConstruction\b/u, ['Constr', 'Const']],
  [/\bAssociation\b/u, ['Assoc', 'Assn']],
  [/\bSchool\b/u, ['Sch', 'Schl']],
  [/\bEngineering\b/u, ['Eng', 'Engrg']],
  [/\bElectrical\b/u, ['Elec', 'Elect']],
  [/\bCouncil\b/u, ['Cncl', 'Coun']],
  [/\bHealthcare\b/u, ['Hlthcare', 'Health Care']],
  [/\bInternational\b/u, ['Intl', 'Int']],
  [/\bConsultants\b/u, ['Consult', 'Cons']],
  [/\bNursing Home\b/u, ['Nursing Hm', 'N H']],
];

function misspelt(random: Random, name: string): string {
  const at = 1 + random.below(Math.max(1, name.length - 2));
  if (!/[A-Za-z]/u.test(name[at] ?? '') || name[at] === ' ') return name;
  const kind = random.below(4);
  if (kind === 0) return name.slice(0, at) + name.slice(at + 1);
  if (kind === 1) return name.slice(0, at) + String.fromCodePoint(97 + random.below(26)) + name.slice(at);
  if (kind === 2) return name.slice(0, at) + String.fromCodePoint(97 + random.below(26)) + name.slice(at + 1);
  return name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2);
}

/** One of the ways ledgers write a firm’s name. */
function writtenOf(random: Random, { parts, form, trades }: Firm): string {
  let name = parts.join(' ');
  let legal =
    form === 'Ltd'
      ? random.of(['Ltd', 'LTD', 'Limited', 'Ltd.', 'LIMITED', '', 'Ltd'])
      : random.chance(0.7)
        ? form
        : '';
  const change = random.next();
  if (change < 0.1) name = misspelt(random, name);
  else if (change < 0.22) {
    const fits = shorter.filter(([full]) => full.test(name));
    if (fits.length > 0) {
      const [full, short] = random.of(fits);
      name = name.replace(full, random.of(short));
    }
  } else if (change < 0.26 && parts.length > 2 && parts[1] !== '&' && (parts[0]?.length ?? 0) > 2)
    name = [...parts.slice(1), parts[0]].join(' ');
  else if (change < 0.3)
    legal = `${legal} (${random.of(['A/C 10', 'AC 44', 'INVS 7'])}${1000 + random.below(9000)})`;
  else if (change < 0.36) legal = `${legal} ****${1000 + random.below(9000)}`;
  else if (change < 0.4 && form !== '') legal = `${legal === '' ? form : legal} (${random.of(towns)})`;
  else if (change < 0.42) name = `The ${name}`;
  else if (change < 0.46) name = `${name} ${random.of(['UK', '(UK)', 'GB'])}`;
  else if (change < 0.5 && /^[A-Z] [A-Z] /u.test(name)) name = name.replace(/^([A-Z]) ([A-Z]) /u, '$1.$2. ');
  if (trades !== '' && random.chance(0.4)) return `${name} ${legal} t/a ${trades}`;
  if (trades !== '' && random.chance(0.2)) return trades;
  if (random.chance(0.5)) name = name.replace('&', 'and');
  const whole = `${name} ${legal}`.replaceAll(/\s+/gu, ' ').trim();
  const cased = random.chance(0.45) ? whole.toUpperCase() : random.chance(0.05) ? whole.toLowerCase() : whole;
  return cased;
}

const cutAt = 32;

/** Names of known truth, each body's spelling of each name once; `howMany` distinct ones, the same for the same seed. */
export function supplierNames(howMany: number, seed: number): readonly NamedPayee[] {
  const random = randomOf(seed);
  const payees: NamedPayee[] = [];
  const seen = new Set<string>();
  const firmNames = new Set<string>();
  let truth = 0;
  let last: Firm | undefined;
  while (payees.length < howMany) {
    const firm =
      last === undefined || random.chance(0.78) ? firmOf(random, truth) : neighbourOf(random, truth, last);
    // Two companies never share a name: only who is not one may be called as another is, one in some hundreds.
    const named = firm.parts
      .map((part) => part.toLowerCase())
      .toSorted()
      .join(' ');
    if (
      firmNames.has(named) &&
      (firm.form !== '' ||
        !random.chance(0.2) ||
        /council|school|advice|hall|church|club|association|academy/u.test(named))
    )
      continue;
    firmNames.add(named);
    last = firm;
    truth += 1;
    const spellings = 1 + random.below(5);
    for (let n = 0; n < spellings && payees.length < howMany; n += 1) {
      const body = random.of(firm.bodies);
      const whole = writtenOf(random, firm);
      // Two of the ledgers have a fixed width.
      const name = body === 'dover' || body === 'swale' ? whole.slice(0, cutAt).trim() : whole;
      if (name.length < 3 || seen.has(name)) continue;
      seen.add(name);
      const payments = 1 + random.below(40);
      const numbers = {
        ...(firm.company !== '' && random.chance(0.12) ? { company: firm.company } : {}),
        ...(random.chance(0.25) ? { vat: firm.vat } : {}),
      };
      payees.push({ body, name, payments, truth, ...numbers });
    }
  }
  return payees;
}
