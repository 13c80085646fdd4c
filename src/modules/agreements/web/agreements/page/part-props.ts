import type { Visit } from '#platform/http';
import type { AgreementPage } from '../../../queries/agreements/agreement-page.ts';

/** What every part of an agreement’s page is given. */
export type PartProps = Readonly<{ shown: AgreementPage; visit: Visit }>;
