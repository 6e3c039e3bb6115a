export const leastPasswordLength = 12;
/** Past this a password is refused unread: hashing a novel costs as much as a denial of service. */
export const mostPasswordLength = 128;
const leastDifferentCharacters = 6;

export type PasswordFault = 'short' | 'long' | 'simple' | 'personal';

/** What is wrong with a new password of this person; null where nothing is. */
export function passwordFault(password: string, person: { name: string; email: string }): PasswordFault | null {
  const length = [...password].length;
  if (length < leastPasswordLength) return 'short';
  if (length > mostPasswordLength) return 'long';
  const plain = fold(password);
  if (new Set(plain).size < leastDifferentCharacters || isSequence(plain)) return 'simple';
  const [mailbox = '', domain = ''] = person.email.split('@');
  const ownWords = [...person.name.split(/\s+/), mailbox, ...mailbox.split(/[._+-]+/), domain.split('.')[0] ?? ''];
  // A short word says little of a password that it stands in; a long one is half of it.
  return ownWords.map(fold).some((word) => [...word].length >= 4 && plain.includes(word)) ? 'personal' : null;
}

/** Whether every character follows the one before it, as in 123456789012. */
function isSequence(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  return steps.filter((step) => Math.abs(step) === 1).length > steps.length * 0.7;
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
