/**
 * A name as written, taken apart: the name itself, the name it trades as, and what stands beside it at its end, in brackets or after an
 * oblique, an underscore or a dash. After an oblique another name of its own may stand. All in small letters.
 */
export type PartedName = Readonly<{ name: string; trades: string; note: string; isOblique: boolean }>;

/** Takes account hints, references, trading names and trailing brackets off a name, so that the name itself is left. */
export function parted(written: string): PartedName {
  const lower = written.toLowerCase();
  if (isPlain(lower)) return { name: lower, trades: '', note: '', isOblique: false };
  const text = withoutHints(inBracketsOf(withoutAccents(lower)));
  const [before, trades] = tradingAs(text);
  const { name, note } = inBrackets(withoutHints(before));
  const named = name === '' ? { name: text, note: '' } : { name, note };
  const split = named.note === '' ? atOblique(named.name) : named;
  return { ...split, isOblique: split !== named, trades: inBrackets(trades).name };
}

/** Ledgers that know no brackets part a name from what stands beside it by the one underscore in it, or by a dash after the legal form. */
function inBracketsOf(text: string): string {
  if (text.includes('_'))
    return text.replace(/^([^_()*]* [^_()*]*[a-z.])_([a-z][^_()*]*)$/u, (_, name: string, note: string) =>
      name.includes('/') ? `${name} ${note}` : `${name} (${note})`,
    );
  return text.includes(' -')
    ? text.replace(/^([^()]*\b(?:ltd|limited|plc|llp|cic)\.?) +- *([a-z][a-z &']*)$/u, '$1 ($2)')
    : text;
}

/** “Tidewater Ltd/Advertising”, “Hexley Group / Tidewater Surveys”: two names, or a name and a part of it. */
function atOblique(text: string): Readonly<{ name: string; note: string }> {
  const found = text.includes('/')
    ? /^([a-z][^/]* [^/]*[a-z]{2}[.)']?)\s*\/\s*([a-z]{2}[a-z &'.,-]+)$/u.exec(text)
    : null;
  if (found === null) return { name: text, note: '' };
  const [, name = '', note = ''] = found;
  return / (?:and|or|of|pre)$/u.test(name)
    ? { name: text, note: '' }
    : { name, note: hint.test(note) ? '' : note };
}

/** Signs that stand in a name only beside something else than the name. */
const marks = new Uint8Array(128);
for (const sign of '(*_\\/:#@') marks[sign.charCodeAt(0)] = 1;
for (const sign of '0123456789') marks[sign.charCodeAt(0)] = 2;
marks['-'.charCodeAt(0)] = 3;
marks['.'.charCodeAt(0)] = 4;

// Letters that one of the words below may begin with, or hold in its midst.
for (const letter of 'trfp') marks[letter.charCodeAt(0)] = 5;
for (const letter of 'cwn') marks[letter.charCodeAt(0)] = 6;

const besideWords = /\b(?:ta|trading as|re|formerly|formally|previously)\b|account|monies|www/u;
const beginnings: ReadonlySet<number> = new Set(['ta', 'tr', 're', 'fo', 'pr'].map((two) => pairAt(two, 0)));

function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * 128 + text.charCodeAt(at + 1);
}

/** Nine names in ten are nothing but a name: they are told by one look at each sign, without a pattern. */
function isPlain(lower: string): boolean {
  let digits = 0;
  let doubtful = false;
  for (let at = 0; at < lower.length; at += 1) {
    const code = lower.charCodeAt(at);
    if (code > 127) return false;
    const mark = marks[code] ?? 0;
    if (mark === 1) return false;
    if (mark === 2) {
      digits += 1;
      if (digits === 4) return false;
      continue;
    }
    if (mark === 0) digits = 0;
    else if (mark >= 5) {
      digits = 0;
      doubtful ||= mark === 5 ? beginsAside(lower, at) : holdsAside(lower, at, code);
    } else if (mark === 3 && lower.charCodeAt(at - 1) === 32) return false;
    else if (mark === 4 && /^\.(?:co|com|org|net)\b/u.test(lower.slice(at, at + 5))) return false;
  }
  return !doubtful || !besideWords.test(lower);
}

function beginsAside(lower: string, at: number): boolean {
  const before = at === 0 ? 32 : lower.charCodeAt(at - 1);
  return (before < 97 || before > 122) && at + 1 < lower.length && beginnings.has(pairAt(lower, at));
}

/** The `cc` of “account”, the `mon` of “monies”, the `ww` of “www”. */
function holdsAside(lower: string, at: number, code: number): boolean {
  const before = at === 0 ? 32 : lower.charCodeAt(at - 1);
  return code === 110 ? before === 111 && lower.charCodeAt(at - 2) === 109 : before === code;
}

/** “Café Müller” and “Cafe Muller” are one name; typographer’s dashes and apostrophes become plain ones. */
function withoutAccents(text: string): string {
  if (!/[\u0080-\uFFFF]/u.test(text)) return text;
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[\u2018\u2019\u02BC\u00B4\uFFFD]/gu, "'")
    .replaceAll(/[\u2010-\u2015]/gu, '-')
    .replaceAll(/[^\p{L}\p{N}\p{ASCII}]/gu, ' ');
}

/** Intermediaries who stand before a star, the payee after it. */
const paidThrough =
  /^(?:paypal|pp|sumup|sq|iz|zettle|crv|sp|ebay|eb|cba|amz|www)\s*_?\*\s*(?=[a-z][a-z '&.-]*$)/u;

/** Patterns are tried only on what holds a sign or word that they cannot do without. */
function withoutHints(text: string): string {
  let name = text.includes('_') || text.includes('\\') ? text.replaceAll(/[_\\]/gu, ' ') : text;
  if (name.includes('*'))
    name = name
      .replace(paidThrough, '')
      // Between stars, or from a star to the end, stands a note: “**USE 4284**”, “*DO NOT USE*”, “****0969”.
      .replaceAll(/\*+[^*]*\*+/gu, (note) => (/[a-z]/u.test(note) || /\d/u.test(note) ? ' ' : '**'))
      .replace(/(?<=.)\s*\*.*$/u, ' ');
  if (name.includes('-')) name = name.replace(/(?<=[a-z)])\s+-+\s*(?=\S*\d)\S.*$/u, '');
  if (name.includes('a/c') || name.includes('account') || name.includes('monies'))
    name = name.replace(
      /(?<=\S\s)(?:office |client |premium |sales )*\b(?:a\/cs?|accounts?|monies)\b(?: (?:no\b|ref\b|re\b|\d).*)?$/u,
      '',
    );
  if (name.includes('c/o')) name = name.replace(/\s+c\/o\s.*$/u, '');
  if (/\sre[:\s]/u.test(name))
    name = name.replace(/(?<=\b(?:ltd|limited|plc|llp|trust|group|homes|ledger)\.?)\s+re:?\s.*$/u, '');
  if (/\d{5}/u.test(name))
    name = name.replace(/(?<=[a-z)])\s*[#/]?\s*(?:ref:? ?)?\b[a-z]{0,3}\d{5,}[a-z\d-]*$/u, '');
  if (name.includes('.') || name.includes('//'))
    name = name.replaceAll(/^https?:\/\/|\bwww\.|\.(?:co\.uk|com|org\.uk|org|net|couk)\b/gu, ' ');
  return name.trim();
}

const asTrading =
  /^(.*\S)[\s(,-]+(?:t\/as?|t\.a\.?|ta|t\/s|trading as|formerly|formally|previously)\.?[\s:]+(\S.*)$/u;

const trading = /t[/.][as]|\bta\b|trading as|formerly|formally|previously/u;

function tradingAs(text: string): readonly [string, string] {
  if (!trading.test(text)) return slashTrader(text);
  const found = asTrading.exec(text.replace(/\/\s*(?=formerly|formally|previously)/u, ' '));
  if (found === null) return slashTrader(text);
  const [, name = '', trades = ''] = found;
  return [name, trades.includes('(') ? trades : trades.replace(/\)\s*$/u, '')];
}

/** “BURGESS PAUL / CHILDMINDER”: what the person does, after an oblique. */
function slashTrader(text: string): readonly [string, string] {
  if (!text.includes('/')) return [text, ''];
  const found = /^(.*\S)\s*\/\s*(child ?minder|childminding|tutor|fostering)\s*$/u.exec(text);
  return found === null ? [text, ''] : [found[1] ?? text, found[2] ?? ''];
}

/** Brackets that hold a hint for the ledger and no name. */
const hint =
  /\d{3}|\d\/\d|a\/c|\bac\b|\bonly\b|\binvs?\b|pa?y?me?nts?|pymts?|\brent|rates|treas|finance|accou?nts?|accnts?|\bacc\b|\buse\b|\bvat\b|cheque|chq|\bfees?\b|owner|administr|p ?o box|resources|\bbill\b|cashier|head off|\bnot\b|liquidation|^the$|^dr$|^new|\bprev|\bwas\b|^re:|^(?:a\/?|ac|i|in|inv)$/u;

function inBrackets(text: string): Readonly<{ name: string; note: string }> {
  if (!text.includes('(')) return { name: text, note: '' };
  const found = /^(.*[^\s(])\s*\(([^()]*)\)?\s*$/u.exec(text);
  if (found === null) return { name: text, note: '' };
  const [, name = '', within = ''] = found;
  const note = within.trim();
  if (note === '' || hint.test(note)) return inBrackets(name);
  if (/^(?:uk|gb|ltd|limited|plc|llp|cic|uk ltd|uk limited)$/u.test(note))
    return { name: `${name} ${note}`, note: '' };
  return { name: name.trim(), note };
}
