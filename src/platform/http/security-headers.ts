/**
 * Sent with every answer. Nothing is loaded from anywhere else, and there is no inline script or style, so the policy
 * needs no exception. Charts that may be embedded have a policy of their own.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/**
 * Sent with a chart that may stand in a frame of anybody's page: it has no script, no form and no link out of its frame but by
 * the reader's own click, so there is nothing that a page around it could make a reader do. An empty header is left out.
 */
export const embeddable: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    "form-action 'none'",
    'frame-ancestors *',
    "base-uri 'none'",
  ].join('; '),
  'x-frame-options': '',
  'cross-origin-resource-policy': 'cross-origin',
};

/** `secure`: the site is reached over https, so browsers are told never to use anything else (HSTS, two years). */
export function securityHeaders(secure: boolean): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
    ...(secure && { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }),
  };
}
