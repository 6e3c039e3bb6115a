import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

const api = resolve(import.meta.dirname, '../../../app/api');

/** The function that Next would call for this address, found in the folders as Next finds it. */
export async function findRoute(
  method: string,
  path: string,
): Promise<{ handler: Handler; params: Record<string, string> }> {
  const [pathname = ''] = path.split('?');
  const params: Record<string, string> = {};
  let folder = api;
  for (const part of pathname.replace(/^\/api\//, '').split('/')) {
    const parameter = readdirSync(folder).find((name) => /^\[\w+\]$/.test(name));
    if (existsSync(resolve(folder, part, '.')) && part !== '') folder = resolve(folder, part);
    else if (parameter) {
      params[parameter.slice(1, -1)] = decodeURIComponent(part);
      folder = resolve(folder, parameter);
    } else throw new Error(`no route ${path}`);
  }
  const route: Record<string, Handler> = await import(resolve(folder, 'route.ts'));
  const handler = route[method];
  if (!handler) throw new Error(`${path} has no ${method}`);
  return { handler, params };
}
