/** Names under which a route gives the headers that Next would drop (`followRequests`). */
export const storedHeaders = { encoding: 'x-stored-encoding', length: 'x-stored-length' } as const;

export const realHeaders: ReadonlyMap<string, string> = new Map([
  [storedHeaders.encoding, 'Content-Encoding'],
  [storedHeaders.length, 'Content-Length'],
]);
