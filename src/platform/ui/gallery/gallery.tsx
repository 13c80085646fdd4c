import type { VNode } from 'preact';
import { Charts } from './charts.tsx';
import { Data } from './data.tsx';
import { Forms } from './forms.tsx';
import { Words } from './words.tsx';

/** Every component and chart in its states, for whoever builds pages. What it shows is made up. */
export const Gallery = (): VNode => (
  <>
    <Words />
    <Forms />
    <Data />
    <Charts />
  </>
);
