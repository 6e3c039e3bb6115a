/** Characters that XML cannot hold. */
const notXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** RFC 4151. The name is nobody's (RFC 2606), so that ids stay the same wherever the feed is read. */
export function tagOf(electionId: string, id: string): string {
  return `tag:saylau.invalid,2020:${electionId}/${id}`;
}

/** What the library cannot say: the language, and where the next page is (RFC 5005). */
export function completeAtom(atom: string, language: string, next: string | null): string {
  const link = next === null ? '' : `\n    <link rel="next" href="${escapeHtml(next)}"/>`;
  return atom
    .replace(/<feed xmlns="[^"]*"/, (start) => `${start} xml:lang="${language}"`)
    .replace(/(<feed [^>]*>)/, `$1${link}`);
}

export function escapeHtml(text: string): string {
  return text
    .replace(notXml, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
