/** Events by the moment they happened, the first first. */
export const inOrder = <Event extends Readonly<{ at: Date }>>(events: readonly Event[]): readonly Event[] =>
  events.toSorted((a, b) => a.at.getTime() - b.at.getTime());

/** The first of these events at or after a moment. */
export const firstFrom = <Event extends Readonly<{ at: Date }>>(
  events: readonly Event[],
  moment: Date,
): Event | undefined => inOrder(events).find(({ at }) => at >= moment);
