import type { VNode } from 'preact';
import type { Bands } from './bands.ts';

/** Says what each shade means. */
export const Legend = ({ bands }: Readonly<{ bands: Bands }>): VNode => (
  <ul class="accord-key">
    {bands.map(({ label }, position) => (
      <li class="accord-key__item">
        <span class={`accord-key__swatch accord-shade-${position + 1}`} />
        {label}
      </li>
    ))}
  </ul>
);
