/** What a column of a payment file can hold, in the words of the Transparency Code where it has one. */
export const roles = {
  date: 'Date paid',
  supplier: 'Supplier (beneficiary)',
  amount: 'Amount, net of VAT where the file says so',
  gross: 'Amount with VAT',
  vat: 'VAT',
  'irrecoverable-vat': 'VAT that cannot be recovered',
  department: 'Department',
  service: 'Service',
  purpose: 'Summary of purpose',
  category: 'Category of spending',
  'category-code': 'Code of the category',
  'merchant-category': 'Merchant category',
  transaction: 'Transaction number',
  invoice: 'Invoice number',
  line: 'Line number',
  'supplier-id': 'Supplier’s number in the ledger',
  'company-number': 'Company number',
  'charity-number': 'Charity number',
  'vat-number': 'VAT number',
  'body-name': 'Name of the body',
  'body-id': 'Identifier of the body',
  kind: 'Capital or revenue, or kind of creditor',
  'invoice-date': 'Date of the invoice',
  contract: 'Contract reference',
} as const;
export type Role = keyof typeof roles;
export const roleIds = Object.keys(roles) as readonly Role[];

/**
 * What headings call each role: whole headings, tidied as `tidyHeading` does, the commonest first. Gathered from the headings of
 * some twenty councils and the Transparency Code's own words.
 */
export const headings: Readonly<Record<Role, readonly string[]>> = {
  date: listed(`
    date, payment date, date paid, paid date, pay date, transaction date, date of payment,
    clearing date, certified date, gl date, invoice gl date, invoice payment date, posting date,
    date posted, posted date, trans date, date incurred, expenditure date, cheque date,
    date of transaction, date processed, processed date, payment run date, accounting date,
    date entered, ledger date, spend date, effective date, period, month, updated
  `),
  supplier: listed(`
    supplier, supplier name, beneficiary, beneficiary name, supplier beneficiary name,
    approved supplier beneficiary name, vendor, vendor name, name, payee, payee name, creditor,
    creditor name, merchant, merchant name, supplier text, supplier id t, name of supplier,
    supplier payee, paid to, company, company name, recipient, name of payee, account name,
    trading name, redacted supplier name, published supplier name, supplier redacted
  `),
  amount: listed(`
    amount, net amount, amount excluding vat, amount excl vat, amount ex vat, amount net, net,
    net value, value, net spend, spend, amount paid, invoice line value net of vat, invoiced value,
    invoice distribution amount, sum of invoice distribution amount, sum of amount exc vat,
    total excludes vat, total, grand total, payment amount, paid amount, invoice amount, line amount,
    value ex vat, net total, amount gbp, transaction amount, expenditure, sum of amount,
    amount net of vat, net amount gbp, cost, net invoice value, net payment, total net, payment value,
    amount excluding recoverable vat, amount of expenditure, invoice value, base amount, sum of net,
    home value, signed amount, line value, net amt, amt
  `),
  gross: listed(`
    gross, gross amount, amount including vat, amount inc vat, amount incl vat, gross value,
    total inc vat, value inc vat, sum of amount inc vat, gross total, total gross, total including vat
  `),
  vat: listed(`
    vat, vat amount, vat value, tax, tax amount, recoverable vat, input vat, vat amt
  `),
  'irrecoverable-vat': listed(`
    irrecoverable vat, non recoverable vat, irrecoverable vat amount, vat that cannot be recovered,
    irrecoverable tax, nonrecoverable vat, unrecoverable vat
  `),
  department: listed(`
    department, directorate, organisational unit, organizational unit, department area, service area,
    portfolio, division, directorate name, organisation unit, business unit, business unit description,
    strategic group, expense area, client, dept, department name, service division categorisation,
    functional area, business area, entity, area
  `),
  service: listed(`
    service, service cost centre, service area, service label, cost centre, cost centre description,
    cost centre name, service name, unit, responsible unit, service area categorisation, section, team,
    service category label, cost center, expenditure unit, service description, service level,
    area of spend, service division
  `),
  purpose: listed(`
    purpose, description, summary of purpose, purpose of spend,
    summary of the purpose of the expenditure, narrative, details, expense description,
    line description, payment description, invoice description, detail, purpose of expenditure,
    transaction description, item description, extended description, spend description, comments,
    reason, goods and services description, description of goods services
  `),
  category: listed(`
    category, expense type, expenditure category, account detail, account, account description,
    expenses type, subjective, subjective description, procurement classification,
    procurement category, expenditure account, proclass description, category family, spend category,
    expenditure type, cost type, detailed expenses type, account name, nominal description,
    expense type description, category description, cipfa subjective, subjective detail,
    expenditure account code description, sercop, type of spend, spend type, account code description,
    gl description, cipfa detailed expenditure type, expenses type description, category internal name
  `),
  'category-code': listed(`
    expenditure code, expense code, account code, code, subjective code, nominal code,
    cipfa sercop code, sercop code, category code, cost code, proclass, cost centre code, detail code,
    ledger code, procurement classification code, expenses code, gl code
  `),
  'merchant-category': listed(`
    merchant category, merchant category code, mcc, merchant category description, merchant type,
    merchant category group
  `),
  transaction: listed(`
    transaction number, trans no, transaction no, transaction id, payment reference, reference, ref,
    internal ref number, hbc ref no, document number, document no, voucher number, voucher no, payment number,
    payment no, transaction reference, ref no, unique reference, doc no, internal reference, voucher,
    transaction, reference number, our reference, transno, internal ref, tx id, payment id, unique id
  `),
  invoice: listed(`
    invoice number, invoice no, invoice, invoice ref, invoice reference, supplier invoice number,
    supplier reference, invoice id
  `),
  line: listed(`
    line, line number, line no, distribution line number, invoice line, row, rec id, recid,
    invoice line number, no
  `),
  'supplier-id': listed(`
    supplier id, supplier number, supplier no, vendor id, vendor number, vendor no, creditor number,
    creditor id, supplier code, supplier ref, payee id, vendor code
  `),
  'company-number': listed(`
    company number, supplier registered company number, company registration number,
    registered company number, companies house number, company reg no, company no
  `),
  'charity-number': listed(`
    charity number, supplier registered charity number, registered charity number,
    charity registration number, charity no
  `),
  'vat-number': listed(`
    vat number, vat registration number, vat reg no, vat registration, vat no, supplier vat number,
    vat reg number
  `),
  'body-name': listed(`
    body name, name of body, organisation name, organisation label, organisation, local authority,
    council, authority, authority name, council name, public body
  `),
  'body-id': listed(`
    body, organisation code, organisation uri, body id, organisation id, authority code,
    effective body, ons code, body uri
  `),
  kind: listed(`
    type, cap or rev, capital or revenue, capital revenue, type of expenditure, revenue capital,
    creditor type, cap rev, supplier type, payment type, transaction type, invoice type, document type,
    card transaction, payment method, capital or revenue expenditure, vendor type, caporrev
  `),
  'invoice-date': listed(`
    invoice date, date of invoice, inv date, document date, tax point date
  `),
  contract: listed(`
    contract, contract id, contract number, contract reference, contract ref, po number,
    purchase order, order number, purchase order number
  `),
};

/** Headings that name a role only where no other column does: the day a list was made stands beside the days of payment. */
export const onlyWithoutBetter: ReadonlySet<string> = new Set(
  listed('effective date, period, month, updated'),
);

function listed(text: string): readonly string[] {
  return text.split(',').map((heading) => heading.trim());
}
