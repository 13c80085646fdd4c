import type { Page, Visit } from '#platform/http';
import { capitalise, listInWords } from '#platform/kernel';
import { Link, Prose, SummaryList, Text } from '#platform/ui';
import { onDay } from '#platform/web';
import { type Agreement, agreementPath, type AgreementVersion } from '../../domain/agreement/agreement.ts';
import { sayRoughDay } from '../../domain/agreement/rough-day.ts';
import { agreementsTrail } from './agreement-page.tsx';
import { TextPart } from './page/text-part.tsx';
import { termInWords } from './term.ts';

/** One version of an agreement as it was published. */
export function versionPage(
  agreement: Agreement,
  version: AgreementVersion,
  nameOf: (bodyId: string) => string,
  visit: Visit,
): Page {
  const path = agreementPath(agreement);
  return {
    title: `Version ${version.number}`,
    caption: version.title,
    section: 'agreements',
    breadcrumbs: [
      ...agreementsTrail(visit),
      { text: version.title, href: onDay(path, visit) },
      { text: `Version ${version.number}` },
    ],
    main: (
      <Prose>
        {version.summary !== '' && <p class="govuk-body-l">{version.summary}</p>}
        <SummaryList
          rows={[
            {
              key: 'Published',
              value: `${capitalise(sayRoughDay(version.published))}, by ${version.publishedBy}`,
            },
            { key: 'Term', value: termInWords(version.term) },
            {
              key: 'Parties',
              value:
                version.parties.length === 0
                  ? 'Not recorded'
                  : listInWords(version.parties.map(({ bodyId }) => nameOf(bodyId))),
            },
            ...(version.changed === ''
              ? []
              : [
                  { key: 'What it changes', value: version.changed },
                  { key: 'Why', value: version.reason },
                ]),
          ]}
        />
        {version.number > 1 && (
          <Text>
            <Link href={onDay(`${path}/compare?from=${version.number - 1}&to=${version.number}`, visit)}>
              Compare it with version {version.number - 1}
            </Link>
          </Text>
        )}
        <TextPart version={version} />
        <Text>
          <Link href={onDay(path, visit)}>See where the agreement stands</Link>
        </Text>
      </Prose>
    ),
  };
}
