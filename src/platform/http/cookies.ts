import type { FastifyReply, FastifyRequest } from 'fastify';

/** The three cookies there are, all strictly necessary; /cookies tells people so. */
export type Cookies = ReturnType<typeof cookies>;

/**
 * Over https the names begin with `__Host-`, which browsers accept only from this very host over a secure
 * connection. On plain http, for trying things out on one machine, they cannot.
 */
export function cookies(secure: boolean) {
  const prefix = secure ? '__Host-' : '';
  const names = {
    session: `${prefix}accord-session`,
    visit: `${prefix}accord-visit`,
    notice: `${prefix}accord-notice`,
  };
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;

  return {
    names,
    get(request: FastifyRequest, which: keyof typeof names): string | undefined {
      return request.cookies[names[which]];
    },
    set(reply: FastifyReply, which: keyof typeof names, value: string): void {
      void reply.setCookie(names[which], value, options);
    },
    clear(reply: FastifyReply, which: keyof typeof names): void {
      void reply.clearCookie(names[which], options);
    },
    /** Whether a raw Cookie header holds one that makes a page differ from everybody's. */
    changePages(header: string | undefined): boolean {
      return header !== undefined && (header.includes(names.session) || header.includes(names.notice));
    },
  };
}
