import { compareMoney, formatMoney, type Money, plural } from '#platform/kernel';
import { type Ruled, valueOf } from '../ruled.ts';
import type { NoticeGround } from './ground.ts';
import type { KeyReasons } from './notice.ts';

/** What a body’s own rules make of a decision’s figures, and why. */
export type KeyTest = Readonly<{
  finding: 'key' | 'not-key' | 'check-locally' | 'does-not-apply';
  because: readonly string[];
}>;

type Answer = 'yes' | 'no' | 'unknown';
type Limb = Readonly<{ answer: Answer; because: string }>;

/**
 * Holds a decision’s figures against the two tests of a key decision, the money and the wards (regulation 8 of SI 2012/2089,
 * and of SI 2000/3272 before it), by the body’s own thresholds.
 */
export function keyTest(
  figures: Pick<KeyReasons, 'spend' | 'saving' | 'wards'>,
  ground: Pick<NoticeGround, 'law' | 'threshold' | 'wards' | 'limbs'>,
): KeyTest {
  if (ground.law.standing === 'does-not-apply')
    return { finding: 'does-not-apply', because: [ground.law.because] };
  const money = moneyLimb(figures, ground.threshold);
  const wards = wardsLimb(figures.wards, ground.wards);
  const limbs = valueOf(ground.limbs);
  const joined = join([money.answer, wards.answer], limbs);
  const because = [money.because, wards.because, sayJoin(limbs)];
  if (joined === 'unknown') return { finding: 'check-locally', because };
  return { finding: joined === 'yes' ? 'key' : 'not-key', because };
}

function moneyLimb({ spend, saving }: Pick<KeyReasons, 'spend' | 'saving'>, threshold: Ruled<Money>): Limb {
  const stated = [spend, saving].filter((amount) => amount !== undefined);
  if (stated.length === 0) return { answer: 'no', because: 'No spending or saving is stated.' };
  const amount = stated.reduce((most, each) => (compareMoney(each, most) > 0 ? each : most));
  const said = formatMoney(amount, { whole: true });
  if (threshold.standing !== 'known')
    return {
      answer: 'unknown',
      because: `It spends or saves ${said}. From which amount that counts here is in no source held: check locally.`,
    };
  const reaches = compareMoney(amount, threshold.value) >= 0;
  return {
    answer: reaches ? 'yes' : 'no',
    because: `It spends or saves ${said}, ${reaches ? 'which reaches' : 'less than'} the ${threshold.says} from which that counts here (${threshold.source}${check(threshold)}).`,
  };
}

function wardsLimb(wards: number | undefined, rule: Ruled<number>): Limb {
  if (wards === undefined)
    return { answer: 'no', because: 'No ward or division is stated to be affected significantly.' };
  const said = plural(wards, 'ward or division', 'wards or divisions');
  if (rule.standing !== 'known')
    return {
      answer: 'unknown',
      because: `It affects ${said}. How many count here is in no source held: check locally.`,
    };
  const reaches = wards >= rule.value;
  return {
    answer: reaches ? 'yes' : 'no',
    because: `It affects ${said} significantly, ${reaches ? 'which reaches' : 'fewer than'} the ${rule.says} that count here (${rule.source}${check(rule)}).`,
  };
}

const check = ({ checkLocally }: Readonly<{ checkLocally: boolean }>): string =>
  checkLocally ? ', to be checked locally' : '';

function join(answers: readonly Answer[], limbs: 'either' | 'both' | undefined): Answer {
  const [first = 'no'] = answers;
  if (answers.every((answer) => answer === first)) return first;
  if (limbs === undefined) return 'unknown';
  const decides = limbs === 'either' ? 'yes' : 'no';
  if (answers.includes(decides)) return decides;
  return answers.includes('unknown') ? 'unknown' : limbs === 'either' ? 'no' : 'yes';
}

function sayJoin(limbs: 'either' | 'both' | undefined): string {
  if (limbs === undefined) return 'How the two tests join here is in no source held: check locally.';
  return limbs === 'either' ? 'Either test is enough.' : 'Both tests are needed here.';
}

/** Whether the officer’s answer agrees with the rules, in a sentence; `differs` asks for written reasons. */
export function sayAgreement(
  isKey: boolean,
  { finding }: KeyTest,
): Readonly<{ agreement: 'agrees' | 'stricter' | 'differs' | 'open'; says: string }> {
  switch (finding) {
    case 'does-not-apply':
      return isKey
        ? { agreement: 'differs', says: 'This body takes no key decisions on that day.' }
        : {
            agreement: 'agrees',
            says: 'This body takes no key decisions on that day, and the notice says it is none.',
          };
    case 'check-locally':
      return {
        agreement: 'open',
        says: `The notice says that it is ${isKey ? '' : 'not '}a key decision; whether the council’s own rules agree cannot be told from what is held here.`,
      };
    case 'key':
      return isKey
        ? { agreement: 'agrees', says: 'By these rules it is a key decision, and so says the notice.' }
        : {
            agreement: 'differs',
            says: 'By these rules it is a key decision, but the notice says that it is not. Scrutiny may ask for a report to the Council on it (SI 2012/2089, regulation 18).',
          };
    case 'not-key':
      return isKey
        ? {
            agreement: 'stricter',
            says: 'These figures do not make it a key decision; it is treated as one all the same, which is always lawful.',
          }
        : { agreement: 'agrees', says: 'By these rules it is not a key decision, and so says the notice.' };
    default:
      return finding satisfies never;
  }
}
