import { Link, Text } from '#platform/ui';
import { perHead } from '../../domain/outturn/outturn.ts';
import { outturnBook } from '../../queries/outturn/outturn-page.ts';
import { asPounds, inShort, roundly } from '../explore/money-words.tsx';
import type { TellsOf } from '../tells-of.ts';
import { bodyOutturnPath } from './paths.ts';

/** What a council’s services cost in the latest year held. */
export const outturnOfBody: TellsOf = async ({ database }, bodyId, { today }) => {
  const book = await outturnBook(database, today);
  const council = book?.councils.find((each) => each.bodyId === bodyId);
  const year = book?.outturn.years.at(-1);
  if (book === undefined || council === undefined || year === undefined) return undefined;
  const services = book.outturn.amount(year, council.code, 'all-services');
  const each = perHead(services, council.people);
  const cost = services === undefined ? 'not known' : inShort(asPounds(services));
  return {
    shown: (
      <Text>
        {`What its services cost in ${year}, net of their income: ${cost}${each === undefined ? '' : `, ${roundly(each)} for each person`}. `}
        <Link href={bodyOutturnPath(bodyId)}>Its services, year by year</Link>
      </Text>
    ),
  };
};
