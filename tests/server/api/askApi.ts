import { beforeAll } from 'vitest';
import { roleUrl } from '#db/roles.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

interface Asking {
  method?: 'GET' | 'HEAD';
  headers?: Record<string, string>;
  /** Whose points it takes; each test has its own. */
  address?: string;
}

export type Ask = (path: string, asking?: Asking) => Promise<Response>;

/** A database of its own and the press API on it, as the role of the pages: the routes' own functions without a server. */
export function openApi(): { database: TestDatabase; ask: Ask } {
  const database = openTestDatabase();
  beforeAll(() => {
    process.env.WEB_DATABASE_URL = roleUrl(database.url, 'saylau_web');
  });
  return { database, ask };
}

let asked = 0;

const ask: Ask = async (path, { method = 'GET', headers = {}, address } = {}) => {
  asked += 1;
  const own = `10.0.${Math.floor(asked / 200)}.${asked % 200}`;
  const request = new Request(`http://board.example${path}`, {
    method,
    headers: { host: 'board.example', 'x-forwarded-for': address ?? own, ...headers },
  });
  const parts = new URL(request.url).pathname.split('/').slice(3).map(decodeURIComponent);
  const [first = '', second = '', ...rest] = parts;
  if (first === 'editions' && rest.length > 0) {
    const { GET } = await import('#app/api/v1/editions/[edition]/[...path]/route.ts');
    return GET(request, { params: Promise.resolve({ edition: second, path: rest }) });
  }
  if (first === 'results' && second !== '') {
    const { GET } = await import('#app/api/v1/results/[...path]/route.ts');
    return GET(request, { params: Promise.resolve({ path: [second, ...rest] }) });
  }
  const { GET } = await (routes[parts.join('/')] ?? routes.other)();
  return GET(request);
};

const routes: Record<string, () => Promise<{ GET(request: Request): Promise<Response> }>> & {
  other: () => Promise<{ GET(request: Request): Promise<Response> }>;
} = {
  'editions.json': () => import('#app/api/v1/editions.json/route.ts'),
  candidacies: () => import('#app/api/v1/candidacies/route.ts'),
  'feed.atom': () => import('#app/api/v1/feed.atom/route.ts'),
  'openapi.json': () => import('#app/api/v1/openapi.json/route.ts'),
  'key.pem': () => import('#app/api/v1/key.pem/route.ts'),
  'keys.json': () => import('#app/api/v1/keys.json/route.ts'),
  other: () => import('#app/api/v1/[...rest]/route.ts'),
};
