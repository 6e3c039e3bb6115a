import { beforeAll } from 'vitest';
import { roleUrl } from '#db/roles.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { staffPassword } from '../../support/staff.ts';
import { findRoute } from './staffRoutes.ts';

export const origin = 'http://board.example';

interface Asking {
  body?: unknown;
  headers?: Record<string, string>;
}

/** What a browser does: keeps cookies, names its origin. */
export interface StaffBrowser {
  cookies: Map<string, string>;
  send(method: string, path: string, asking?: Asking): Promise<Response>;
  signIn(email: string, password?: string): Promise<Response>;
}

/** A database of its own, and the staff routes on it as the role of the pages. */
export function openStaff(): TestDatabase {
  const database = openTestDatabase();
  beforeAll(() => {
    process.env.WEB_DATABASE_URL = roleUrl(database.url, 'saylau_web');
    process.env.AUTH_SECRET = 'a secret of the tests that is long enough';
  });
  return database;
}

let opened = 0;

export function openBrowser(cookies = new Map<string, string>()): StaffBrowser {
  opened += 1;
  const address = `10.1.${Math.floor(opened / 250)}.${opened % 250}`;
  const send: StaffBrowser['send'] = async (method, path, { body, headers = {} } = {}) => {
    const request = new Request(`${origin}${path}`, {
      method,
      headers: {
        host: 'board.example',
        'x-forwarded-for': address,
        'user-agent': 'Tests',
        ...(method === 'GET' ? {} : { origin }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(cookies.size === 0 ? {} : { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const { handler, params } = await findRoute(method, path);
    const response = await handler(request, { params: Promise.resolve(params) });
    for (const line of response.headers.getSetCookie()) keep(cookies, line);
    return response;
  };
  return {
    cookies,
    send,
    signIn: (email, password = staffPassword) => send('POST', '/api/auth/sign-in', { body: { email, password } }),
  };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  if (value === '' || /max-age=0/i.test(line)) cookies.delete(name);
  else cookies.set(name, value);
}
