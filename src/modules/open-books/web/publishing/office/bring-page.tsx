import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, formatBytes } from '#platform/kernel';
import { Button, Bullets, FileField, Form, FormErrorSummary, Prose, RadiosField, Text } from '#platform/ui';
import { officePage } from '#platform/web';
import { datasets } from '../../../domain/release/release.ts';
import { roomPath } from './paths.ts';

/** So many files at once: two years of monthly files and some to spare. */
export const mostFiles = 40;

type Shown = Readonly<{ actor: Actor; uploadBytes: number }>;

/** Choosing the files of payments. */
export const bringPage = ({ actor, uploadBytes }: Shown, answers: Answers, errors: FieldErrors) =>
  officePage(actor, [{ text: 'Published spending', href: roomPath(actor.bodyId) }], {
    title: 'Bring payments',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text>
          Bring the files as your ledger gives them: nothing needs to be tidied. Every row is read or set
          aside with its reason, and you see the report before anybody is asked to publish anything.
        </Text>
        <Form withFiles>
          <RadiosField
            name="dataset"
            legend="What is in the files?"
            options={[
              {
                value: 'spending',
                text: datasets.spending,
                hint: 'Each payment of more than £500, as the Transparency Code asks.',
              },
              {
                value: 'procurement-card',
                text: datasets['procurement-card'],
                hint: 'Every transaction, whatever its amount.',
              },
            ]}
            answers={answers}
            errors={errors}
          />
          <FileField
            name="files"
            label="The files"
            hint={`One or many: CSV, tab-separated text, Excel or OpenDocument workbooks, or a zip of such files. At most ${mostFiles} files of ${formatBytes(uploadBytes)} each.`}
            accept=".csv,.tsv,.txt,text/csv,.xlsx,.xls,.ods,.zip"
            multiple
            errors={errors}
          />
          <RadiosField
            name="releases"
            legend="Where there are several files"
            options={[
              { value: 'one', text: 'They are published together, as one release' },
              {
                value: 'each',
                text: 'Each file is a release of its own',
                hint: 'For months that are each in one file: a month that is mended later then takes the place of that month alone. Where the months are mixed in the files, bring them together, and say when you ask for publication that each month is published by itself.',
              },
            ]}
            answers={{ releases: 'one', ...answers }}
            errors={errors}
          />
          <Button preventDoubleClick>Check these files</Button>
        </Form>
        <Text>What belongs together is published together. Bring at once:</Text>
        <Bullets
          items={[
            'all files of the month or the quarter, so that the release is whole',
            'the whole period again where something in it was wrong: the new release takes the place of the old one',
          ]}
        />
        <Text>
          A larger file is brought where Accord runs, with the command <code>accord spend import</code>. It
          comes before your body’s officers like any other.
        </Text>
      </Prose>
    ),
  });
