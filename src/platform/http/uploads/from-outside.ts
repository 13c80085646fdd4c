import { isUtf8 } from 'node:buffer';
import { contentSecurityPolicy } from '../security-headers.ts';
import { contentDisposition } from './file-names.ts';

type FromOutside = Readonly<{ mediaType: string; bytes: Uint8Array; filename: string }>;

/** What browsers show safely by themselves. Anything else is saved, whatever it says it is. */
const shown: ReadonlySet<string> = new Set(['application/pdf', 'text/plain']);

/**
 * The headers of a file that came from outside. It runs in a sandbox, as nobody and from nowhere; but for PDF, which
 * browsers show in a viewer of their own, apart from the site, and Safari shows as an empty page when it is told to.
 */
export function fromOutside({ mediaType, bytes, filename }: FromOutside): Readonly<Record<string, string>> {
  const isPdf = mediaType === 'application/pdf';
  const charset = isUtf8(bytes) ? 'utf-8' : 'windows-1252';
  return {
    'content-type': mediaType.startsWith('text/') ? `${mediaType}; charset=${charset}` : mediaType,
    'content-disposition': contentDisposition(shown.has(mediaType) ? 'inline' : 'attachment', filename),
    'x-content-type-options': 'nosniff',
    ...(!isPdf && { 'content-security-policy': `${contentSecurityPolicy}; sandbox` }),
  };
}
