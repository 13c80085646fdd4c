import { formatDate } from '#platform/kernel';
import { DataTable, Heading, Link, Text } from '#platform/ui';
import { type DayAsked, onDay } from '#platform/web';
import type { TargetAt } from '../../../domain/series/going.ts';
import { periodName } from '../../../domain/series/period-name.ts';
import { sayFigure } from '../../../domain/series/say-figure.ts';
import type { Cell, PartnerCell } from '../../../domain/target/partner-cell.ts';
import { targetPath } from '../../../domain/target/target.ts';
import type { Curve } from '../../../queries/progress/curve.ts';

type Props = Readonly<{ curve: Pick<Curve, 'going' | 'names'>; visit: DayAsked }>;

/** What was agreed, and by whom: every partner with its answer, and who stands in the way of what was put since. */
export function AgreedPart({ curve, visit }: Props) {
  const { target, targets } = curve.going;
  const others = targets.filter((each) => each !== target && each.standing.put?.outcome !== 'agreed');
  return (
    <>
      <Heading level={3} size="s">
        Who agreed to the target
      </Heading>
      {target === undefined ? (
        <Text>
          {targets.length === 0
            ? 'No target is recorded.'
            : 'No target is in force: nobody is bound until every partner has agreed.'}
        </Text>
      ) : (
        <InForce at={target} {...{ curve, visit }} />
      )}
      {others.map((at) => (
        <Pending at={at} {...{ curve, visit }} />
      ))}
    </>
  );
}

function InForce({ at, curve: { going, names }, visit }: Props & Readonly<{ at: TargetAt }>) {
  const { inForce, put } = at.standing;
  if (inForce === undefined) return null;
  const { version, since } = inForce;
  const isNewest = put?.version.number === version.number;
  return (
    <>
      <Text>
        <Link
          href={onDay(targetPath(at.target), visit)}
        >{`Target ${at.target.number}, version ${version.number}`}</Link>
        {`, in force since ${formatDate(since)}, led by ${names.body(version.leadBody)}: `}
        {version.values
          .map(({ period, value }) => `${sayFigure(going.series, value)} for ${periodName(period)}`)
          .join('; ')}
        .
      </Text>
      {isNewest ? (
        <Partners cells={put.cells} caption="Partners and their consent" {...{ names, visit }} />
      ) : (
        <Text>{`It binds ${version.partners.map(names.body).join(', ')}.`}</Text>
      )}
      {!isNewest && <Pending at={at} {...{ curve: { going, names }, visit }} />}
    </>
  );
}

function Pending({ at, curve: { names }, visit }: Props & Readonly<{ at: TargetAt }>) {
  const { put } = at.standing;
  if (put === undefined) return null;
  return (
    <>
      <Text>
        <Link
          href={onDay(targetPath(at.target), visit)}
        >{`Target ${at.target.number}, version ${put.version.number}`}</Link>
        {`, put on ${formatDate(put.version.putOn)}, does not bind yet: `}
        {put.outcome === 'vetoed' ? 'a partner stands against it.' : 'not every partner has agreed.'}
      </Text>
      <Partners
        cells={put.cells}
        caption={`Partners and version ${put.version.number}`}
        {...{ names, visit }}
      />
    </>
  );
}

type PartnersProps = Readonly<{
  cells: readonly PartnerCell[];
  caption: string;
  names: Curve['names'];
  visit: DayAsked;
}>;

const Partners = ({ cells, caption, names, visit }: PartnersProps) => (
  <DataTable
    caption={caption}
    captionHidden
    rows={cells}
    columns={[
      { title: 'Partner', cell: ({ partner }) => names.body(partner) },
      { title: 'Its answer', cell: ({ cell }) => <Answer cell={cell} {...{ names, visit }} /> },
    ]}
    empty="It binds nobody."
    narrow="stack"
  />
);

function Answer({ cell, names, visit }: Readonly<{ cell: Cell }> & Pick<PartnersProps, 'names' | 'visit'>) {
  switch (cell.cell) {
    case 'consented':
      return (
        <div>
          {`Agreed, since ${formatDate(cell.since)}`} <Decision id={cell.decisionId} visit={visit} />
        </div>
      );
    case 'about-to-consent':
      return (
        <div>
          {`Agreed, in effect from ${formatDate(cell.from)}`} <Decision id={cell.decisionId} visit={visit} />
        </div>
      );
    case 'stopped':
      return (
        <div>
          {`Stopped: ${cell.says}`} <Decision id={cell.decisionId} visit={visit} />
        </div>
      );
    case 'not-answered':
      return <div>Not answered yet</div>;
    case 'refused':
    case 'withdrawn':
      return (
        <div>{`${cell.cell === 'refused' ? 'Refused' : 'Withdrawn'} by ${names.body(cell.by)} on ${formatDate(cell.on)}: ${cell.says}`}</div>
      );
    case 'nobody-left':
      return <div>{`It ended on ${formatDate(cell.since)}, and nobody took its place`}</div>;
    default:
      return cell satisfies never;
  }
}

const Decision = ({ id, visit }: Readonly<{ id: string | undefined; visit: DayAsked }>) =>
  id === undefined ? null : (
    <>
      (<Link href={onDay(`/decisions/${id}`, visit)}>{`decision ${id}`}</Link>)
    </>
  );
