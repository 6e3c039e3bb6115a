import { readEnvironment } from '../environment.ts';

/** Where readers reach the server: as the operator says, or else as the request was addressed. */
export function publicOrigin(request: Request): string {
  const { WEB_PUBLIC_URL } = readEnvironment();
  if (WEB_PUBLIC_URL) return WEB_PUBLIC_URL;
  const url = new URL(request.url);
  const host = request.headers.get('host');
  const protocol = request.headers.get('x-forwarded-proto') === 'https' ? 'https:' : url.protocol;
  return host !== null && /^[\w.:[\]-]+$/.test(host) && URL.canParse(`${protocol}//${host}`)
    ? `${protocol}//${host}`
    : url.origin;
}
