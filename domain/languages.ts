import { z } from 'zod';
import { languages } from './languageCodes.ts';

export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

/** The same text in every language the board speaks. */
export const Names = z.strictObject({ kk: z.string().min(1), ru: z.string().min(1), en: z.string().min(1) });
export type Names = z.infer<typeof Names>;

export { languages } from './languageCodes.ts';
