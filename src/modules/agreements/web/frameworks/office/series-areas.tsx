import type { Answers, FieldErrors } from '#platform/http';
import { formatDate, type Role } from '#platform/kernel';
import { InsetText, SelectField } from '#platform/ui';
import { ownerSeen } from '../../../domain/series/series-owner.ts';
import type { SeriesToOwn } from '../../../queries/frameworks/office.ts';

type Areas = Pick<SeriesToOwn, 'areas'>;

export const sayRole = (role: Role): string => role.replaceAll('-', ' ');

/** Who brings the readings about each area, in sentences. */
export const WhoBrings = ({ areas }: Areas) => (
  <InsetText>
    {areas
      .map(({ name, owner }) =>
        owner === undefined
          ? `${name}: nobody is named.`
          : `${name}: ${sayRole(owner.role)} of ${owner.bodyId.replaceAll('-', ' ')}, since ${formatDate(owner.from)}${owner.until === undefined ? '' : `, until ${formatDate(owner.until)}`}.`,
      )
      .join(' ')}
  </InsetText>
);

/** Choosing an area, with who was named for each when the form was opened, so that nobody names over another unseen. */
export const AreaField = ({
  areas,
  answers,
  errors,
}: Areas & Readonly<{ answers: Answers; errors: FieldErrors }>) => (
  <>
    {areas.map(({ id, last }) => (
      <input type="hidden" name={`seen-${id}`} value={answers[`seen-${id}`] ?? ownerSeen(last)} />
    ))}
    <SelectField
      name="area"
      label="For which area?"
      options={areas.map(({ id, name }) => ({ value: id, text: name }))}
      answers={answers}
      errors={errors}
    />
  </>
);

/** What was typed, without what was seen: the form then shows what stands now. */
export const seenAnew = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => !name.startsWith('seen-')));
