/** Hex SHA-256 by path, or the line that is not one of `sha256sum`. */
export function readManifest(bytes: Uint8Array): Map<string, string> | { line: number } {
  const hashes = new Map<string, string>();
  const lines = new TextDecoder().decode(bytes).split('\n');
  if (lines.pop() !== '' || lines.length === 0) return { line: lines.length + 1 };
  for (const [index, text] of lines.entries()) {
    const [, hash, path] = /^([0-9a-f]{64}) {2}(\S.*)$/.exec(text) ?? [];
    if (!hash || !path || hashes.has(path)) return { line: index + 1 };
    hashes.set(path, hash);
  }
  return hashes;
}

export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
