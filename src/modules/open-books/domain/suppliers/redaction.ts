/**
 * Whether a payee’s name was taken out before publication: “Redacted”, “REDACTED – PERSONAL DATA”, “Reacted personal data”,
 * “Name withheld”, “Personal information”. Firms of a like name stay firms: Redactive Media, Personal Touch, Carers Direct.
 */
export function isRedacted(written: string): boolean {
  const lower = written.toLowerCase();
  if (!mayBegin(lower) || !sign.test(lower)) return false;
  const text = lower.replaceAll(/[^a-z]+/gu, ' ').trim();
  return whole.test(text) || begins.test(text);
}

/** How each of them begins: what begins otherwise need not be looked at. */
const sign =
  /^[^a-z]*(?:red|rea|with|rem|sup|name|payee|benef|detail|info|data|xxx|pers|priv|an? |indiv|conf|sens|gdpr|dp|not |exempt|var|serv|fost|carer|client|empl|stud|direct p|third)/u;

/** The first two letters of those beginnings: of most names they are others, and no pattern need be tried. */
const beginnings = new Uint8Array(26 * 26);
for (const [one, other] of [
  're wi su na pa be de in da xx pe pr an co se gd dp no ex va fo ca cl em st di th',
].flatMap((all) => all.split(' ')))
  beginnings[letterOf(one) * 26 + letterOf(other)] = 1;

function letterOf(letter = ''): number {
  return letter.charCodeAt(0) - 97;
}

function mayBegin(lower: string): boolean {
  let at = 0;
  while (at < lower.length && !isLetter(lower.charCodeAt(at))) at += 1;
  if (at + 1 >= lower.length) return false;
  const other = lower.charCodeAt(at + 1);
  return !isLetter(other) || beginnings[(lower.charCodeAt(at) - 97) * 26 + other - 97] === 1;
}

const isLetter = (code: number): boolean => code >= 97 && code <= 122;

const begins =
  /^(?:name )?(?:(?:red+a?c?te?d+|redcated|redatced|readcted|reda?cted?|redaction|reacted|withheld|removed|supressed|suppressed)(?: |$)(?!events|media|publish|sales)|(?:name|names|payee|supplier|beneficiary|details|information|data) (?:has been |have been |is |are )?(?:red+acted|withheld|removed|supressed|suppressed|not disclosed|not published|confidential|exempt|protected))/u;

const whole =
  /^(?:x{3,}|personal(?: and)? (?:sensitive |confidential )?(?:data|details?|information|info|payee|payment|expenses?)(?: redacted| withheld| protected| removed)?|personal|private individuals?|(?:an )?individuals?|individual (?:payment|payee|name|service user)s?|confidential(?: (?:data|information|payment|payee|name|personal data|supplier))?|sensitive(?: (?:data|information|payment))?|(?:data|gdpr|dpa?|data protection)(?: protection)?(?: act)?(?: (?:redacted|protected|exempt|exemption|\d+))?|not (?:disclosed|for publication|published|available)|exempt(?: information| from publication)?|(?:various )?(?:service users?|foster(?:ing)? (?:carers?|parents?|payments?)|carers?|clients?|employees?|students?|direct payments?)(?: payments?| allowances?| expenses?)?|name(?: removed)?|third party)$/u;
