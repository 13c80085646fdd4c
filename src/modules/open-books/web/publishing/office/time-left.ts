import { plural } from '#platform/kernel';

type HowFar = Readonly<{ begunAt: Date; bytesDone: number; bytes: number }>;

/** How long a reading will still take at the pace it has had, in words. */
export function timeLeft({ begunAt, bytesDone, bytes }: HowFar, now: Date): string {
  const seconds = (now.getTime() - begunAt.getTime()) / 1000;
  if (bytesDone <= 0 || seconds < 1) return 'How long it will take is not known yet.';
  const left = Math.max(0, Math.ceil((seconds * (bytes - bytesDone)) / bytesDone));
  if (left <= 1) return 'It is almost done.';
  return left < 90
    ? `About ${plural(left, 'second')} left.`
    : `About ${plural(Math.round(left / 60), 'minute')} left.`;
}
