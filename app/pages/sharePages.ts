import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { captureAnswer } from './captureAnswer.ts';
import { pageAddress } from './pageAddress.ts';
import { createPageStore } from './pageStore.ts';
import { type Asked, sendPage } from './sendPage.ts';

const channel = 'http.server.request.start';
/** Public pages, which are the same for whoever asks. The staff's are not among them. */
const publicPath =
  /^\/(?:(?:kk|ru|en)(?:\/(?:(?:results\/)?(?:regions|districts)\/[A-Za-z0-9-]{1,48}|results(?:\/changes|\/contests\/[A-Za-z0-9-]{1,80})?|status|press(?:\/api|\/verify|\/embeds)?))?|embed\/(?:kk|ru|en)\/(?:auto|light|dark)\/(?:(?:turnout|map)\/[A-Za-z0-9-]{1,48}|contest\/[A-Za-z0-9-]{1,80}))$/;

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Makes each public page once for a crowd and compresses it once: Next does its whole way, and the compression, for every request.
 * Stands before Next on the servers of this process from the first request on (decision 0013). Returns its stop.
 */
export function sharePages(): () => void {
  const known = new Map<Server, Listener[]>();
  const onRequest = (message: unknown) => {
    const { server } = message as { server: Server };
    if (known.has(server)) return;
    const listeners = server.listeners('request') as Listener[];
    known.set(server, listeners);
    const pages = createPageStore();
    server.removeAllListeners('request');
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      request.url = pageAddress(request);
      const make = () => {
        for (const listener of listeners) listener.call(server, request, response);
      };
      if (isShared(request)) void answerPage(pages, request, response, make);
      else make();
    });
  };
  subscribe(channel, onRequest);
  return () => {
    unsubscribe(channel, onRequest);
    for (const [server, listeners] of known) {
      server.removeAllListeners('request');
      for (const listener of listeners) server.on('request', listener);
    }
  };
}

/** Next's own router asks for parts of pages under the same addresses. */
function isShared({ method = '', url = '', headers }: IncomingMessage): boolean {
  return ['GET', 'HEAD'].includes(method) && publicPath.test(url) && headers.rsc === undefined;
}

async function answerPage(
  pages: ReturnType<typeof createPageStore>,
  request: IncomingMessage,
  response: ServerResponse,
  make: () => void,
): Promise<void> {
  const path = request.url ?? '';
  // Of HEAD only the head goes out, and it is that of GET.
  request.method = 'GET';
  const asked: Asked = {
    encodings: String(request.headers['accept-encoding'] ?? ''),
    etags: request.headers['if-none-match'] ?? '',
  };
  const found = pages.find(path);
  if (found) {
    const page = await found;
    if (page !== 'gone') return page ? sendPage(page, asked, response) : make();
    // Of those who waited for who went away the first has it made, and the others wait for that.
    return response.destroyed ? undefined : answerPage(pages, request, response, make);
  }
  // The first of a crowd: Next answers it, and what it says is kept where all may have it.
  const captured = captureAnswer(request, response);
  pages.keep(path, captured.page);
  make();
  const page = await captured.page;
  if (page && page !== 'gone') await sendPage(page, asked, response);
}
