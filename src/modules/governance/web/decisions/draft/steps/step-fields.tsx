import type { VNode } from 'preact';
import { AccessFields } from './access-fields.tsx';
import { CallInFields } from './call-in-fields.tsx';
import type { StepFieldsProps } from './fields.ts';
import { InterestsFields } from './interests-fields.tsx';
import { LinksFields } from './links-fields.tsx';
import { NoticeFields } from './notice-fields.tsx';
import { PapersFields } from './papers-fields.tsx';
import { ReasonsFields } from './reasons-fields.tsx';
import type { StepId } from './steps.ts';
import { WhatFields } from './what-fields.tsx';

/** The fields of each step. */
export const stepFields: Readonly<Record<StepId, (props: StepFieldsProps) => VNode>> = {
  what: WhatFields,
  reasons: ReasonsFields,
  interests: InterestsFields,
  papers: PapersFields,
  notice: NoticeFields,
  'call-in': CallInFields,
  links: LinksFields,
  access: AccessFields,
};
