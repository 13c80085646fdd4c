/** Somebody without a browser: keeps cookies, fills in forms, follows no redirects by itself. */
export type Visitor = Readonly<{
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answered>;
  /** Posts answers to `action` with the hidden fields of the form on the page at `form`. */
  send(form: string, answers: Readonly<Record<string, string>>, action?: string): Promise<Answered>;
  /** Posts exactly these fields, hidden ones and all. */
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answered>;
  /** Posts exactly these fields, then files, as a browser does. */
  upload(
    path: string,
    fields: Readonly<Record<string, string>>,
    files: readonly Upload[],
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answered>;
  /** The hidden fields of the forms on a page. */
  hiddenFields(path: string): Promise<Readonly<Record<string, string>>>;
  cookie(name: string): string | undefined;
}>;

export type Upload = Readonly<{ field: string; name: string; type: string; holds: string | Buffer }>;

export type Answered = Readonly<{
  status: number;
  headers: Headers;
  body: string;
  /** Where a redirect leads. */
  to: string | undefined;
}>;

export function visitorOf(address: string): Visitor {
  const jar = new Map<string, string>();

  async function ask(path: string, init: RequestInit): Promise<Answered> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(path, address), {
      redirect: 'manual',
      ...init,
      headers: { ...(init.headers as Record<string, string>), ...(cookie !== '' && { cookie }) },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return {
      status: response.status,
      headers: response.headers,
      body: await response.text(),
      to: response.headers.get('location') ?? undefined,
    };
  }

  const get: Visitor['get'] = (path, headers = {}) => ask(path, { headers });
  const post: Visitor['post'] = (path, fields, headers = {}) =>
    ask(path, { method: 'POST', body: new URLSearchParams(fields), headers });
  async function hiddenFields(path: string): Promise<Readonly<Record<string, string>>> {
    const { body } = await get(path);
    // The form of the page itself stands last: before it comes the one that signs out.
    const fields = [...body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    return Object.fromEntries(fields.map(([, name, value]) => [name ?? '', value ?? '']));
  }
  return {
    get,
    post,
    hiddenFields,
    async send(form, answers, action = form) {
      return post(action, { ...(await hiddenFields(form)), ...answers });
    },
    async upload(path, fields, files, headers = {}) {
      const sent = new FormData();
      for (const [name, value] of Object.entries(fields)) sent.append(name, value);
      for (const { field, name, type, holds } of files)
        sent.append(field, new Blob([new Uint8Array(Buffer.from(holds))], { type }), name);
      return ask(path, { method: 'POST', body: sent, headers });
    },
    cookie: (name) => jar.get(name),
  };
}

/** A visitor who acts in an office of the example. */
export async function actingIn(address: string, officeId: string): Promise<Visitor> {
  const visitor = visitorOf(address);
  const [body] = officeId.split('.');
  const entered = await visitor.send(`/office?body=${body}`, { office: officeId });
  if (entered.status !== 303)
    throw new Error(`Could not act in ${officeId}: ${entered.status} ${entered.body}`);
  return visitor;
}
