import { InvalidInput } from '#domain/errors.ts';

/** A person's name in one spelling, so that nobody is two people by a space or a capital. Throws InvalidInput for no name. */
export function personKey(name: string): string {
  const key = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (key === '') throw new InvalidInput(`${JSON.stringify(name)}: expected the name of a person`);
  return key;
}
