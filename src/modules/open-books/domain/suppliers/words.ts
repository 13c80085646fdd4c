/** What a word in a payee’s name is worth when two names are held against each other. */

const listed = (text: string): readonly string[] => text.trim().split(/\s+/u);

/** What a firm is in law, as it is written at the end of its name, and the form it stands for. */
export const legalForms: ReadonlyMap<string, string> = new Map([
  ...listed('ltd limited ltdd limted limitied limiited lmtd ltda lted lltd ldt').map(each('ltd')),
  ...listed('plc').map(each('plc')),
  ...listed('llp').map(each('llp')),
  ...listed('lp').map(each('lp')),
  ...listed('cic cio cics').map(each('cic')),
  ...listed('inc incorporated corp corporation llc pbc').map(each('inc')),
  ...listed('gmbh ag bv nv sa sarl srl ab oy aps kg pty sas spa').map(each('abroad')),
  ...listed('co company cyf cyfyngedig ccc unltd').map(each('co')),
]);

function each(form: string) {
  return (word: string) => [word, form] as const;
}

/** Words that say nothing of who is paid. */
export const emptyWords: ReadonlySet<string> = new Set(
  listed('the and of an uk gb ltd limited www com couk org net co'),
);

/** Words that ledgers shorten always in the same way, in the form that every spelling of them takes. */
export const fullWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    academy: 'acad acdmy acadmy',
    accommodation: 'accomm accom accomodation accomdation',
    accountants: 'accts',
    agricultural: 'agric',
    associates: 'assocs asscs assocaites assoicates',
    association: 'assn assoc asc associatio associati associat asociation',
    authority: 'authorty',
    brothers: 'bros',
    building: 'bldg bldng',
    builders: 'bldrs',
    business: 'busn busines bsns',
    centre: 'ctr cntr cntre center centr',
    childrens: 'chldrns chldns childrns',
    college: 'coll colleg',
    committee: 'cttee ctte commitee',
    communications: 'comms communicatns communictns',
    community: 'commty commnty cmmty comunity cmnty',
    construction: 'const constr constn constructn',
    consultants: 'conslts',
    consulting: 'cnslting',
    cooperative: 'coop',
    council: 'coun cncl cncil cnl councl coucil concil counci',
    county: 'cnty',
    court: 'crt',
    department: 'dept departmnt',
    development: 'devt develpmnt developmnt',
    distribution: 'distrib distributn',
    district: 'dist distr',
    education: 'educ edn eductn',
    electrical: 'elec elect electr',
    engineering: 'eng engrg engnrg engring',
    engineers: 'engs engrs',
    environmental: 'envir environ environmntl',
    equipment: 'equip eqpt equipmnt',
    federation: 'federatn',
    foundation: 'fdn foundatn fndtn',
    garden: 'gdn',
    gardens: 'gdns',
    government: 'govt gov governmt',
    group: 'grp',
    health: 'hlth',
    healthcare: 'hlthcare hlthc healthcr',
    heating: 'htg',
    holdings: 'hldgs',
    home: 'hme',
    hospital: 'hosp hsptl',
    house: 'hse',
    housing: 'hsg hsing housng',
    independent: 'indep',
    information: 'inf',
    insurance: 'insce insur',
    international: 'intl internatnl internationl',
    maintenance: 'maint mtce maintenanc maintce maintainance maintenence mntnce',
    management: 'mgt mgmt mngt mngmt managemnt managment mangement',
    manufacturing: 'mfg manuf manufactrng',
    marketing: 'mktg',
    national: 'natl natnl nationl',
    north: 'nrth nth',
    nursery: 'nsy nursry',
    organisation: 'organization orgn organistion',
    partnership: 'pship partnrshp ptnrshp prtnshp partnshp prtnrshp partnershi',
    playgroup: 'playgrp',
    preschool: 'presch preschl',
    primary: 'prim prmry',
    products: 'prods',
    property: 'propty',
    publishing: 'publg',
    recruitment: 'recruitmnt recruitme',
    recycling: 'recyc',
    refrigeration: 'refrig',
    research: 'rsch resrch',
    residential: 'residentl rsdntl resid',
    road: 'rd',
    school: 'sch schl scool',
    services: 'servs srvs srvcs svcs servces serivces servics serv srv svs',
    society: 'socty',
    solicitors: 'solrs slctrs',
    solutions: 'soln solns soltns solutns solutins',
    south: 'sth',
    southwest: 'sw sthwest',
    northwest: 'nw',
    northeast: 'ne',
    st: 'saint',
    supplies: 'supps supplys suppls',
    support: 'spprt suprt',
    systems: 'systms',
    technologies: 'technol technlgies',
    telecommunications: 'telecomms',
    training: 'trg trng traing',
    transport: 'transprt',
    trust: 'tst trst',
    university: 'univ universty univerity',
    youth: 'yth',
  }).flatMap(([full, shorter]) => listed(shorter).map((short) => [short, full] as const)),
);

/** Words so common in firms’ names that a name with and without them is often one firm’s. */
export const commonWords: ReadonlySet<string> = new Set(
  listed(`
    services group solutions holdings associates partnership consultants consultancy consulting enterprises
    systems trading international europe european contractors supplies products professional solicitors
    agents sales direct online business management charity organisation law legal accountants architects
    surveyors sons son brothers online worldwide global uk england britain british great company industries
    limited technologies projects developments development contracts contracting practice chambers team
    department division office head account finance payments accounts retail wholesale commercial care
    healthcare agency training education maintenance construction recruitment rentals hire software publishing
    media communications network distribution engineering electrical plumbing heating building
  `),
);

/** Words that set apart what otherwise goes by one name: a number, a side, an age, a rank, a kind of body. */
export const tellingWords: ReadonlySet<string> = new Set(
  listed(`
    north south east west northern southern eastern western central upper lower mid middle inner outer
    northeast northwest southeast southwest ne nw se sw midland midlands
    first second third fourth fifth one two three four five six seven eight nine ten i ii iii iv v vi
    little great big small old new young senior junior infant infants primary secondary high grammar nursery
    preschool playgroup school college academy university sixth special
    church parish town village county city borough district rural urban diocese cathedral chapel mosque temple
    boys girls mens womens ladies mother father
    house home lodge court hall manor farm cottage grange park villa villas mews place view
    st catholic methodist baptist anglican
    hospital surgery clinic hospice pharmacy dental
    trust foundation federation council councils authority police fire
    red blue green black white yellow orange pink purple silver gold golden
  `),
);

/** Kinds of institution of which many in the land bear one name: “St Mary’s School”, “The Grange”. */
export const institutionWords: ReadonlySet<string> = new Set(
  listed(`
    school preschool nursery playgroup college academy infant infants junior primary secondary grammar kindergarten
    church parish chapel st surgery practice hospice pharmacy dental clinic
    house home lodge court hall manor farm cottage grange park villa villas view place
    community youth village residents allotment childcare toddlers montessori care residential nursing
    inn hotel arms club pub garage taxis taxi cars coaches
  `),
);

/** What firms do: a name that holds one of these, or one of the words above, is no bare personal name. */
export const tradeWords: ReadonlySet<string> = new Set([
  ...commonWords,
  ...institutionWords,
  ...tellingWords,
  ...listed(`
    advisory aerial alarms animal antiques appliances aquatics art artist arts asbestos assessment associate audio auto autos autocentre
    automotive bakery bank bar barristers bathrooms beauty bikes blinds boats bodyworks books bookshop brewery bricks builder builders
    building butcher butchers cabs cafe camping caravans carpentry carpenter carpets catering ceilings centre centres ceramics charitable chauffeur childcare
    children childrens christmas cleaning cleaners coach coaching college computers concrete conference consult consultant contractor
    controls conveyancing counselling couriers craft creative crane curtains cycles dairy dance data decor decorating
    decorators demolition design designs detective drainage drama driving earthworks ecology electric electrics electrician
    energy engineer environmental equestrian estate estates events excavation express fabrications farms fencing films finance fire fitness
    flooring floors florist flowers food foods football forestry framing freight fuel fuels funeral funerals furniture games garages
    garden gardening gardens gas glass glazing graphics groundcare groundwork groundworks grounds gym hairdressing hardware haulage health
    history homes hygiene ice image imaging inspection installation installations insulation insurance interiors international interpreting ironwork
    it jewellers joinery journalism kennels kitchens laboratories ladders landscape landscapes landscaping laundry learning leisure
    lettings library lifts lighting limo liveries locks locksmith locksmiths logistics machinery mail mapping marine market mechanical
    memorials mencap metals mill mills minibus mobility models motor motors moving museum music musical networks news
    nurseries nutrition office optical opticians orchestra osteopath outdoor painting partners parts paving pest pets photo photographer
    photographic photography physiotherapy piano pianos pictures plant planning plasterer plastering plastics play plumber plumbers pottery poultry press print
    printers printing production productions project promotions property properties psychology pump pumps radio recovery recycling refrigeration removals
    removal rental repairs research restaurant restoration riding road roads roofs roofing rugby safety saddlery salvage saws scaffold scaffolding
    science scrap sculpture sculptor seeds shop shops shutters sign signs skip skips society solicitor sport sports stationery steel stone stonemasons storage store
    stores studio studios superstore supply surfacing survey surveying surveyor swimming tailoring tarmac team technology telecom
    theatre therapy tiles tiling timber tool tools tour tours towing toys tractors traffic transport travel tree trees tuition tutor tutoring
    tv tyre tyres upholstery valeting vans vehicle vehicles veterinary vets video waste water web website welding wholesale window windows wine wines wood
    woodland woodlands workshop writing yoga zoo barrister chambers clerks translations translation childminder childminding
  `),
]);

/** What a person who looks after children or adults at home is called beside the own name. */
export const soleTraders: ReadonlySet<string> = new Set(
  listed('childminder childminding childminders fostering tutor'),
);
