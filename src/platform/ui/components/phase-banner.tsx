import type { ComponentChildren, VNode } from 'preact';
import { type Attributes, classes } from '../attributes.ts';
import { inFull, type Short } from './form-group.tsx';
import { Tag, type TagProps } from './tag.tsx';

export type PhaseBannerProps = Readonly<{
  tag?: Short<TagProps> | undefined;
  children?: ComponentChildren;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}>;

/** Says that what is shown is an example, or a service still being made. */
export function PhaseBanner(props: PhaseBannerProps): VNode {
  const tag = inFull<TagProps>(props.tag ?? {});
  return (
    <div class={classes('govuk-phase-banner govuk-width-container', props.class)} {...props.attributes}>
      <p class="govuk-phase-banner__content">
        <Tag {...tag} class={classes('govuk-phase-banner__content__tag', 'class' in tag && tag.class)} />
        <span class="govuk-phase-banner__text">{props.children}</span>
      </p>
    </div>
  );
}
