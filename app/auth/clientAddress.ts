/** The address a request came from; whoever asks cannot choose it (app/api/followRequests.ts). */
export function clientAddress(headers: Headers): string | null {
  return (
    headers
      .get('x-forwarded-for')
      ?.replace(/^::ffff:(?=\d+\.)/i, '')
      .slice(0, 64) || null
  );
}
