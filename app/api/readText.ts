/** So much more than it may be is read of a body and dropped: an answer before its end would break the connection under the next request. */
const mostDroppedBytes = 32_000_000;

/** The body as text; null where it is larger than `mostBytes`. */
export async function readText(request: Request, mostBytes: number): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size <= mostBytes) chunks.push(chunk);
    else if (size > mostBytes + mostDroppedBytes) break;
  }
  return size > mostBytes ? null : Buffer.concat(chunks).toString('utf8');
}
