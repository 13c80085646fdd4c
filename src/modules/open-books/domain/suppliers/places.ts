/**
 * Towns, counties and regions that stand in payees’ names for where a firm or its branch is. A name that differs from another by
 * one of them is another branch at least, and often another firm. Names that are surnames as often as places are left out.
 */
export const places: ReadonlySet<string> = new Set(
  `
  aberdeen abingdon accrington aldershot altrincham ambleside andover ashford axminster aylesbury bacup banbury bangor barnsley
  barnstaple barrow basildon basingstoke bath battersea bedford bedfordshire bedworth belfast berkshire bexley bicester
  bideford billericay birkenhead birmingham blackburn blackpool bodmin bognor bolton bournemouth bracknell bradford braintree
  brent brentwood brecon bridgend bridgwater brighouse brighton bristol brixham bromley bromsgrove buckingham buckinghamshire bude burnley
  burton bury calderdale camberley camborne cambridge cambridgeshire camden canterbury cardiff carlisle chatham
  chelmsford cheltenham cheshire chester chesterfield chichester chippenham chorley cirencester clacton cleveland clitheroe colchester
  congleton consett corby cornwall coventry crawley crediton crewe croydon cullompton cumbria dartford dartmoor dartmouth
  darlington daventry dawlish deal derby derbyshire devizes devon dewsbury didcot doncaster dorchester dorset dover dublin dudley
  dundee durham ealing eastbourne eastleigh edinburgh enfield epsom essex evesham exeter exmoor exmouth falmouth fareham farnborough
  farnham faversham felixstowe folkestone gateshead gillingham glasgow glossop gloucester gloucestershire gosport grantham gravesend
  greenwich grimsby guildford hackney halifax hammersmith hampshire haringey harlow harrogate harrow hartlepool haslingden hastings
  hatfield havant haverhill hemel hereford herefordshire hertford hertfordshire hexham hinckley honiton horsham hounslow huddersfield hull
  huntingdon hyndburn ilfracombe ipswich ireland islington ivybridge kendal kenilworth kent kettering kidderminster kingsbridge
  knowsley lambeth lancashire lancaster launceston leamington leeds leicester leicestershire leominster lewes lewisham lichfield lincolnshire
  liskeard liverpool llandudno london loughborough lowestoft luton macclesfield maidenhead maidstone maldon malvern manchester mansfield margate
  matlock medway merseyside merton middlesbrough middlesex minehead morecambe nelson newark newbury newcastle newham newmarket newport newquay
  norfolk northallerton northampton northamptonshire northumberland northumbria norwich nottingham nottinghamshire nuneaton okehampton
  oldham ormskirk oswaldtwistle oswestry oxford oxfordshire paignton peckham pembroke penrith penzance perth peterborough plymouth
  pontefract poole portsmouth preston ramsgate rawtenstall reading redditch redhill redruth reigate rhyl richmond ripon rochdale
  romford rossendale rotherham rugby runcorn rushden rutland salford salisbury saltash sandwell scarborough scotland scunthorpe sevenoaks sheffield shrewsbury
  shropshire sidmouth sittingbourne skelmersdale skipton slough solihull somerset southam southampton southend southport southwark
  spalding stafford staffordshire stamford stevenage stirling stockport stockton stourbridge stratford stroud suffolk sunderland surrey
  sussex sutton swale swansea swindon tamworth taunton tavistock teesside teignmouth telford tewkesbury thanet tiverton tonbridge torbay
  torquay torridge torrington totnes trafford trowbridge truro tunbridge twickenham uxbridge wakefield wales wallasey walsall waltham wandsworth
  warrington warwick warwickshire watford wellingborough wembley westminster weymouth whitby whitehaven whitstable wigan wiltshire
  wimbledon winchester windsor witney woking wokingham wolverhampton worcester worcestershire workington worksop worthing wrexham
  yeovil york yorkshire
  `
    .trim()
    .split(/\s+/u),
);
