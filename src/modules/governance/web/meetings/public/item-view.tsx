import { Bullets, Heading, Link, Tag, Text } from '#platform/ui';
import { formatDate } from '#platform/kernel';
import { type DayAsked, onDay } from '#platform/web';
import { accesses } from '../../../domain/decision/decision.ts';
import { isClosed, itemAnchor, itemPurposes } from '../../../domain/meeting/agenda-item.ts';
import { interestKinds } from '../../../domain/meeting/declaration.ts';
import { isOverdue } from '../../../domain/meeting/minutes.ts';
import type { ItemLine, MeetingPage } from '../../../queries/meetings/meeting-page.ts';
import type { PaperListed } from '../../../queries/papers/papers-of.ts';
import { PaperList } from '../../papers/paper-list.tsx';
import { MotionView } from './motion-view.tsx';

type ItemViewProps = Readonly<{
  line: ItemLine;
  shown: MeetingPage;
  papers: readonly PaperListed[];
  visit: DayAsked;
}>;

/** One item of an agenda with everything that happened at it. */
export function ItemView({ line, shown, papers, visit }: ItemViewProps) {
  const { item, declarations, motions, minutes, actions, decisions, quorum } = line;
  const number = item.number ?? '';
  const closed = item.access !== 'open';
  return (
    <section class="accord-section">
      <Heading level={3} size="m" id={itemAnchor(number)}>
        {number}. {item.title}
      </Heading>
      <Text>
        <Tag colour="blue">{itemPurposes[item.purpose]}</Tag>{' '}
        {closed && <Tag colour="orange">{accesses[item.access]}</Tag>}{' '}
        {item.withdrawnOn !== undefined && <Tag colour="red">Withdrawn</Tag>}{' '}
        {item.supplement > 0 && <Tag colour="yellow">Supplement {item.supplement}</Tag>}
      </Text>
      <Paragraphs text={item.summary} />
      {item.withdrawnOn !== undefined && (
        <Text>
          Withdrawn on {formatDate(item.withdrawnOn)}. {item.withdrawnBecause}
        </Text>
      )}
      {item.supplement > 0 && item.publishedOn !== undefined && (
        <Text>Added to the agenda on {formatDate(item.publishedOn)}.</Text>
      )}
      {item.urgentBecause !== '' && (
        <Text>
          Taken as a matter of urgency, by the chair’s decision: {item.urgentBecause} (Local Government Act
          1972, section 100B(4)).
        </Text>
      )}
      {item.paragraphs.length > 0 && (
        <Text>
          Exempt under paragraph {item.paragraphs.join(' and ')} of schedule 12A to the Local Government Act
          1972. {item.publicInterest}
        </Text>
      )}
      {(item.subject !== undefined || item.thread !== undefined) && (
        <Bullets
          items={[
            ...(item.subject === undefined
              ? []
              : [<Link href={onDay(item.subject, visit)}>What item {number} is about</Link>]),
            ...(item.thread === undefined
              ? []
              : [
                  <Link href={onDay(`/meetings/issues/${item.thread}`, visit)}>
                    The history of this issue, up to item {number}
                  </Link>,
                ]),
          ]}
        />
      )}
      {papers.length > 0 && <PaperList papers={papers} visit={visit} empty="" />}
      {declarations.length > 0 && (
        <>
          <Heading level={4}>Interests declared</Heading>
          <Bullets
            items={declarations.map(
              ({ officeTitle, kind, nature, leftRoom, dispensation }) =>
                `${officeTitle}: ${interestKinds[kind].toLowerCase()}. ${nature}${leftRoom ? ' Left the room.' : ''}${dispensation === '' ? '' : ` Dispensation: ${dispensation}`}`,
            )}
          />
        </>
      )}
      {shown.attendance !== undefined && quorum.standing === 'not-met' && item.withdrawnOn === undefined && (
        <Text>
          For this item too few members were in the room: {quorum.present}, where {quorum.needed} are needed.
          Nothing could be decided.
        </Text>
      )}
      {motions.map((each) => (
        <MotionView line={each} />
      ))}
      {isClosed(item) && shown.hasBegun && motions.length === 0 && (
        <Text>What was put and voted on in private is not shown here.</Text>
      )}
      {minutes.some(({ text }) => text !== '') && (
        <>
          <Heading level={4}>Minutes</Heading>
          {minutes.map(({ text, part }) => (
            <>
              {part === 'closed' && <Tag colour="orange">Closed to the public</Tag>}
              <Paragraphs text={text} />
            </>
          ))}
        </>
      )}
      {decisions.length > 0 && (
        <>
          <Heading level={4}>Decisions recorded</Heading>
          <Bullets
            items={decisions.map(({ path, title }) => (
              <Link href={onDay(path, visit)}>{title}</Link>
            ))}
          />
        </>
      )}
      {actions.length > 0 && (
        <>
          <Heading level={4}>Actions</Heading>
          <ActionList actions={actions} on={visit.on} />
        </>
      )}
    </section>
  );
}

/** What offices were asked to do, and whether they have. */
export const ActionList = ({
  actions,
  on,
}: Readonly<{ actions: ItemLine['actions']; on: DayAsked['on'] }>) => (
  <Bullets
    items={actions.map((action) => (
      <>
        {action.text} ({action.ownerTitle}
        {action.dueOn !== undefined && `, due ${formatDate(action.dueOn)}`}){' '}
        {action.doneOn !== undefined ? (
          <Tag colour="green">Done {formatDate(action.doneOn)}</Tag>
        ) : (
          <Tag colour={isOverdue(action, on) ? 'red' : 'grey'}>
            {isOverdue(action, on) ? 'Overdue' : 'Open'}
          </Tag>
        )}
        {action.doneSays !== '' && ` ${action.doneSays}`}
      </>
    ))}
  />
);

const Paragraphs = ({ text }: Readonly<{ text: string }>) => (
  <>
    {text
      .split('\n')
      .filter((paragraph) => paragraph !== '')
      .map((paragraph) => (
        <Text>{paragraph}</Text>
      ))}
  </>
);
