import { Link, SummaryList, type SummaryRow } from '#platform/ui';
import type { ComponentChildren } from 'preact';
import type { BodyPage } from '../../../queries/body-page.ts';
import { bodyKinds, tiers } from '../../../domain/body.ts';
import { Day, Period, Section } from '#platform/web';
import { Origin } from '../parts/origin.tsx';

/** What the body is, what it is called and how to reach it, each with where it is known from. */
export function About({ found }: Readonly<{ found: BodyPage }>) {
  const { body, line, details, otherNames } = found;
  const rows: readonly (SummaryRow | undefined)[] = [
    row(
      'Kind',
      bodyKinds[body.kind] + (body.tier === undefined ? '' : `, ${tiers[body.tier].toLowerCase()}`),
    ),
    otherNames.length === 0
      ? undefined
      : row(
          'Other names',
          <ul class="govuk-list govuk-!-margin-bottom-0">
            {otherNames.map((each) => (
              <li>
                {each.name}
                {(each.from ?? each.until) !== undefined && (
                  <>
                    , <Period from={each.from} until={each.until} />
                  </>
                )}{' '}
                <br />
                <Origin source={each.source} certainty={each.certainty} />
              </li>
            ))}
          </ul>,
        ),
    row(
      'Dates',
      <>
        <Period from={line.founded} until={line.ended} />
        <br />
        <Origin source={body.source} certainty={body.certainty} />
      </>,
    ),
    body.gss === undefined ? undefined : row('GSS code', body.gss),
    body.note === undefined ? undefined : row('Note', body.note),
    text('Homepage', details?.homepage, (href) => <Link href={href}>{shortAddress(href)}</Link>),
    text('Address', details?.address),
    text('E-mail', details?.email, (email) => <Link href={`mailto:${email}`}>{email}</Link>),
    text('Phone', details?.phone),
    text('Description', details?.description),
    details === undefined
      ? row('How to reach it', 'Not known')
      : row(
          'Details from',
          <>
            <Origin source={details.source} certainty={details.certainty} />
            {details.from !== undefined && (
              <>
                , since <Day on={details.from} />
              </>
            )}
          </>,
        ),
  ];
  return (
    <Section title="About it">
      <SummaryList rows={rows.filter((each) => each !== undefined)} />
    </Section>
  );
}

const row = (key: string, children: ComponentChildren): SummaryRow => ({ key, value: { children } });

function text(
  key: string,
  value: string | undefined,
  show: (value: string) => ComponentChildren = (said) => said,
): SummaryRow | undefined {
  return value === undefined || value === '' ? undefined : row(key, show(value));
}

const shortAddress = (href: string): string =>
  href.replace(/^https?:\/\/(?:www\.)?/u, '').replace(/\/$/u, '');
