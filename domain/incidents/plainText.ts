import { z } from 'zod';
import { TimelineText } from './incident.ts';

/** Of control characters only line breaks and tabs; half an emoji and what turns the reading direction are no text either. */
const notText = /[^\P{Cc}\n\t]|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/gu;
/** A title of joiners and spaces without width is one that nobody can read or click. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Text that people or programs wrote, of at most `most` characters, trimmed. */
export function plainText(most: number) {
  return z
    .string()
    .trim()
    .min(1, 'a text')
    .max(most, `at most ${most} characters`)
    .refine((text) => text.search(notText) < 0, 'no control characters')
    .refine((text) => visible.test(text), 'a text');
}

/** What can be kept of a text that a program sent, cut to `most` characters. */
export function cleanText(text: string, most: number): string {
  const kept = Array.from(text.replace(notText, ' ').trim()).slice(0, most).join('');
  return visible.test(kept) ? kept : '';
}

/** A text in one to three languages, each at most `most` characters. */
export function writtenText(most: number) {
  const text = plainText(most).optional();
  return z
    .strictObject({ kk: text, ru: text, en: text })
    .refine((names) => Object.values(names).some(Boolean), { message: 'text in at least one language' })
    .pipe(TimelineText);
}
