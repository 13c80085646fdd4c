import type { ComponentChildren } from 'preact';
import { AccessFields } from './access-fields.tsx';
import { ChangeFields } from './change-fields.tsx';
import { KeyFields } from './key-fields.tsx';
import { MakerFields } from './maker-fields.tsx';
import { MatterFields } from './matter-fields.tsx';
import { PapersFields } from './papers-fields.tsx';
import { NoticeGivenFields } from './notice-fields.tsx';
import type { SectionProps } from './section-props.ts';
import type { SectionId } from '../sections.ts';

/** The questions of one part of the form. */
export const SectionFields = ({ id, ...props }: SectionProps & Readonly<{ id: SectionId }>) => {
  const Fields = fields[id];
  return <Fields {...props} />;
};

const fields: Readonly<Record<SectionId, (props: SectionProps) => ComponentChildren>> = {
  change: ChangeFields,
  matter: MatterFields,
  maker: MakerFields,
  key: KeyFields,
  papers: PapersFields,
  access: AccessFields,
  notice: NoticeGivenFields,
};
