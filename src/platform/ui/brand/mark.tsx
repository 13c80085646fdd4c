import type { VNode } from 'preact';

/**
 * Accord's mark: two different shapes, each whole, linked over and under. Drawn in the colour of the text around
 * it and in the warm second colour; the name always stands beside it, so it says nothing to a screen reader.
 */
export const Mark = (): VNode => (
  <svg class="accord-mark" viewBox="0 0 36 36" width="38" height="38" aria-hidden="true" focusable="false">
    <rect class="accord-mark__second" x="15" y="15" width="17" height="17" rx="4" />
    <circle class="accord-mark__first" cx="13" cy="13" r="9" />
    <path class="accord-mark__second" d="M15 19v6" />
  </svg>
);
