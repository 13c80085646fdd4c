import { plural } from '#platform/kernel';
import { Link, Text } from '#platform/ui';
import type { Sum } from '../../domain/explore/asked.ts';
import { monthInWords, monthOfKey } from '../../domain/explore/month.ts';
import type { UndatedBeside } from '../../queries/explore/undated-beside.ts';
import { type ViewAsked, viewPath } from './asked-in.ts';
import { exactly } from './money-words.tsx';

type Props = Readonly<{ beside: UndatedBeside; asked: ViewAsked['asked'] }>;

/** Payments without a day: which of them count to the months asked for, and which may lie in them and do not. */
export const UndatedPart = ({ beside: { counted, left }, asked }: Props) => (
  <>
    {counted.map((sum) => (
      <Text>
        {`${said(sum)} All of those months are asked for, so ${sum.payments === 1 ? 'it counts' : 'they count'} here. `}
        <Them sum={sum} asked={asked} />
      </Text>
    ))}
    {left.map((sum) => (
      <Text>
        {`${said(sum)} ${whyLeft(sum)} `}
        <Them sum={sum} asked={asked} />
      </Text>
    ))}
  </>
);

/** `3 payments of £20.00 have no day and lie somewhere in April to June 2026.` */
const said = ({ key, payments, pence }: Sum): string =>
  `${plural(payments, 'payment')} of ${exactly(pence)} ${payments === 1 ? 'has' : 'have'} no day and ${payments === 1 ? 'lies' : 'lie'} somewhere in ${key === '' ? 'a release of so many months that nobody can say which' : monthInWords(monthOfKey(key)).replace('Day not stated, ', '')}.`;

const whyLeft = ({ key, payments }: Sum): string => {
  const doNot = payments === 1 ? 'it does' : 'they do';
  return key === ''
    ? `So ${doNot} not count to any month.`
    : `Not all of those months are asked for, so ${doNot} not count here.`;
};

const Them = ({ sum: { key, payments }, asked }: Readonly<{ sum: Sum; asked: ViewAsked['asked'] }>) => {
  const month = monthOfKey(key);
  return (
    <Link href={viewPath({ asked: { ...asked, from: month, to: month }, by: 'payment' })}>
      {payments === 1 ? 'This payment' : 'These payments'}
    </Link>
  );
};
