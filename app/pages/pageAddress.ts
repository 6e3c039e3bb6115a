import type { IncomingMessage } from 'node:http';

const ofLanguage = /^\/(?:embed\/)?(?:kk|ru|en)(?:\/|$)/;
/** Pages that are made of what their query asks for. */
const asking = /^\/(?:kk|ru|en)\/(?:results\/search|sign-in|console)(?:\/|$)/;

/**
 * The address that Next is asked for, without the query where the page is the same for all. Next writes the query of whoever has a page
 * made into what it keeps for everybody.
 */
export function pageAddress({ url = '', headers }: IncomingMessage): string {
  const [path = '', query = ''] = url.split(/[?#]/, 2);
  const plain = decode(path);
  if (path === url || !ofLanguage.test(plain) || asking.test(plain)) return url;
  // What Next's own router asks for is marked so; without the mark Next sends it round once more.
  const mark = headers.rsc === '1' ? new URLSearchParams(query).get('_rsc') : null;
  return mark === null ? path : `${path}?${new URLSearchParams({ _rsc: mark })}`;
}

/** As Next reads it; what it refuses stays as it is. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
