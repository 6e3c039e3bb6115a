import { z } from 'zod';

export const languages = ['kk', 'ru', 'en'] as const;
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

/** The same text in every language the board speaks. */
export const Names = z.strictObject({ kk: z.string().min(1), ru: z.string().min(1), en: z.string().min(1) });
export type Names = z.infer<typeof Names>;
