import { formatCount } from '#platform/kernel';
import { Link, Text } from '#platform/ui';

/** How often a page that tells how far a long piece of work has come asks again. */
export const refreshSeconds = 3;

type HowFarProps = Readonly<{
  /** "1,200 of 50,000 rows judged." */
  says: string;
  done: number;
  /** Undefined where nobody knows yet. */
  of: number | undefined;
  /** The page itself. */
  path: string;
  /** It does not ask again by itself: whoever reads it chose so. */
  isStill: boolean;
}>;

/** How far a long piece of work has come. The page asks again by itself, without a script, unless it is told to be still. */
export const HowFar = ({ says, done, of, path, isStill }: HowFarProps) => (
  <>
    <p class="govuk-body-l">{says}</p>
    {of === undefined ? (
      <progress>{formatCount(done)}</progress>
    ) : (
      <progress max={Math.max(of, 1)} value={done}>
        {`${formatCount(done)} of ${formatCount(of)}`}
      </progress>
    )}
    <Text>
      {isStill ? (
        <Link href={path}>Ask again, and go on asking every few seconds</Link>
      ) : (
        <>
          This page asks again every {String(refreshSeconds)} seconds.{' '}
          <Link href={`${path}?still=yes`}>Stop asking</Link>. You can leave it: the work goes on.
        </>
      )}
    </Text>
  </>
);

/** What a page of such work has besides its content while the work goes on. */
export const askingAgain = (isRunning: boolean, isStill: boolean) =>
  isRunning && !isStill ? { refreshAfterSeconds: refreshSeconds } : {};
