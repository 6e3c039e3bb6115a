import type { ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isNamed } from '../api/answer.ts';
import { chooseEncoding, type Encoding } from '../api/chooseEncoding.ts';
import type { SharedPage } from './pageStore.ts';

const compress: Record<Encoding, (body: Buffer) => Promise<Buffer>> = {
  identity: async (body) => body,
  gzip: (body) => promisify(gzip)(body, { level: 6 }),
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
};
const everyEncoding = { identity: 0, gzip: 0, br: 0 };

export interface Asked {
  /** Accept-Encoding. */
  encodings: string;
  /** If-None-Match. */
  etags: string;
}

/** Answers with the page in the smallest encoding that the reader takes, or with 304 to who has it. */
export async function sendPage(page: SharedPage, { encodings, etags }: Asked, response: ServerResponse): Promise<void> {
  const isKnown = isNamed(etags, page.etag);
  const encoding = isKnown ? 'identity' : chooseEncoding(encodings, everyEncoding);
  const bytes = page.encoded.get(encoding) ?? compress[encoding](page.body);
  page.encoded.set(encoding, bytes);
  const body = await bytes;
  if (response.destroyed) return;
  for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value);
  const varied = [page.headers.vary ?? []].flat().join(', ');
  response.setHeader(
    'Vary',
    /accept-encoding/i.test(varied) ? varied : [varied, 'Accept-Encoding'].filter(Boolean).join(', '),
  );
  response.setHeader('ETag', page.etag);
  response.removeHeader('Content-Length');
  if (isKnown) {
    response.statusCode = 304;
    response.end();
    return;
  }
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  response.setHeader('Content-Length', body.length);
  response.end(body);
}
