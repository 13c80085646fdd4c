import { clip, formatDate, ok } from '#platform/kernel';
import { SelectField, TextField } from '#platform/ui';
import { line, readAnswers } from '#platform/web';
import { z } from 'zod';
import { factKinds } from '../../../domain/commitment/fact.ts';
import { type FactForm, told } from './fact-form.ts';

const owner = z.object({ ...told({ optional: true }), officeId: line('the office', { most: 120 }) });

/** Naming the office that answers for a promise in person. */
export const ownerForm: FactForm = {
  title: 'Name the office that answers for it',
  publish: 'Publish this office',
  saysLabel: 'What is there to say? (optional)',
  saysOptional: true,
  Fields: ({ work, answers, errors }) => (
    <SelectField
      name="officeId"
      label="Which office of your body answers for it?"
      hint="An office, never a person."
      options={[
        { value: '', text: 'Select' },
        ...work.offices.map(({ id, title }) => ({ value: id, text: title })),
      ]}
      answers={answers}
      errors={errors}
    />
  ),
  read(answers) {
    const read = readAnswers(owner, answers, ['on']);
    return read.ok ? ok({ kind: 'owner', ...read.value, office: '' }) : read;
  },
};

const at = (name: string) => line(name, { most: 300 });
const linked = z.object({ ...told({ optional: true }), at: at('the address of its page') });

/** Linking a promise with what it is about, what it led to, or what measures it. */
export const linkForm: FactForm = {
  title: 'Link it with something',
  publish: 'Publish this link',
  saysLabel: 'How do they belong together? (optional)',
  saysOptional: true,
  Fields: ({ answers, errors }) => (
    <TextField
      name="at"
      label="The address of its page on this site"
      hint="Of an outcome, an indicator, a target, a decision, a joint proposal or another commitment; for example, /outcomes/kent-agreement-two/12."
      answers={answers}
      errors={errors}
    />
  ),
  read(answers) {
    const read = readAnswers(linked, answers, ['on']);
    return read.ok ? ok({ kind: 'linked', ...read.value }) : read;
  },
};

const unlinked = z.object({ ...told({ optional: false }), at: at('the link to take back') });

export const unlinkForm: FactForm = {
  title: 'Take a link back',
  publish: 'Take this link back',
  saysLabel: 'Why was it wrong?',
  Fields: ({ work, answers, errors }) => (
    <SelectField
      name="at"
      label="Which link?"
      options={[
        { value: '', text: 'Select' },
        ...work.found.links.map(({ page, kind, title }) => ({
          value: page,
          text: `${kind}: ${clip(title, 80)}`,
        })),
      ]}
      answers={answers}
      errors={errors}
    />
  ),
  read(answers) {
    const read = readAnswers(unlinked, answers, ['on']);
    return read.ok ? ok({ kind: 'unlinked', ...read.value }) : read;
  },
};

const joined = z.object({ ...told({ optional: true }), at: at('the address of the other commitment') });

/** Joining a promise with the same one elsewhere, where it is followed up from then on. */
export const joinForm: FactForm = {
  title: 'Join it with the same promise elsewhere',
  publish: 'Join this commitment',
  saysLabel: 'What is there to say? (optional)',
  saysOptional: true,
  Fields: ({ answers, errors }) => (
    <TextField
      name="at"
      label="The address of the other commitment"
      hint="This one is then told there, with the place where it stands. For example, /commitments/bold-steps/ES-27."
      answers={answers}
      errors={errors}
    />
  ),
  read(answers) {
    const read = readAnswers(joined, answers, ['on']);
    return read.ok ? ok({ kind: 'joined', ...read.value }) : read;
  },
};

const reply = z.object({
  ...told({ optional: false }),
  to: line('what you reply to', { most: 9, optional: true }),
});

/** The right of reply of whoever answers for a promise. */
export const replyForm: FactForm = {
  title: 'Reply to what is said',
  publish: 'Publish this reply',
  saysLabel: 'Your reply',
  Fields: ({ work, answers, errors }) => (
    <SelectField
      name="to"
      label="What do you reply to?"
      options={[
        { value: '', text: 'All that is said of it' },
        ...work.found.facts
          .filter(({ kind }) => kind !== 'reply')
          .map(({ number, kind, on, says }) => ({
            value: String(number),
            text: clip(`${factKinds[kind]}, ${formatDate(on)}: ${says}`, 100),
          })),
      ]}
      answers={answers}
      errors={errors}
    />
  ),
  read(answers) {
    const read = readAnswers(reply, answers, ['on']);
    if (!read.ok) return read;
    const { to, ...rest } = read.value;
    return ok({ kind: 'reply', ...rest, to: to === '' ? undefined : Number(/^\d+$/.exec(to)?.[0] ?? 0) });
  },
};
