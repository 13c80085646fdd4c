import type { ComponentChildren, VNode } from 'preact';

export type KeyFigureProps = Readonly<{
  /** What is counted: "Residents". */
  label: string;
  /** The figure with its unit: "1,589,100", "£4.2 million". */
  value: ComponentChildren;
  /** Its date, its source, how it changed. */
  detail?: ComponentChildren;
}>;

/** One figure that matters, large. Belongs in `KeyFigures`. */
export const KeyFigure = ({ label, value, detail }: KeyFigureProps): VNode => (
  <div class="accord-figure">
    <dt class="accord-figure__label">{label}</dt>
    <dd class="accord-figure__value">{value}</dd>
    {detail !== undefined && <dd class="accord-figure__detail">{detail}</dd>}
  </div>
);

/** The few figures that say most about a page's subject. */
export const KeyFigures = ({ figures }: Readonly<{ figures: readonly KeyFigureProps[] }>): VNode => (
  <dl class="accord-figures">
    {figures.map((figure) => (
      <KeyFigure {...figure} />
    ))}
  </dl>
);
