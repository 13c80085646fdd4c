import { symbol } from 'd3-shape';
import type { VNode } from 'preact';
import { markers } from './markers.ts';

export type KeyProps = Readonly<{ names: readonly string[]; kind: 'line' | 'area' }>;

/** What each colour means, with a shape or a place in the order beside it, so that colour is never alone. */
export const Key = ({ names, kind }: KeyProps): VNode => (
  <ul class="accord-key">
    {names.map((name, position) => (
      <li class="accord-key__item">
        {kind === 'line' ? (
          <svg class="accord-key__line" viewBox="0 0 36 16" width="36" height="16" aria-hidden="true">
            <path class={`accord-line accord-line-${position + 1}`} d="M0 8H36" />
            <path
              class={`accord-fill-${position + 1}`}
              d={symbol(markers[position], 64)() ?? ''}
              transform="translate(18 8)"
            />
          </svg>
        ) : (
          <span class={`accord-key__swatch accord-background-${position + 1}`} />
        )}
        {name}
      </li>
    ))}
  </ul>
);
