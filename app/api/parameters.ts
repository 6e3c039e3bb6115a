import type { z } from 'zod';
import { InvalidInput } from '#domain/errors.ts';

/** The parameters of the address, those without a value left out. Throws InvalidInput that names the one that is wrong. */
export function readParameters<Shape extends z.ZodType>(request: Request, shape: Shape): z.output<Shape> {
  const given = [...new URL(request.url).searchParams].filter(([, value]) => value !== '');
  const result = shape.safeParse(Object.fromEntries(given));
  if (result.success) return result.data;
  throw new InvalidInput(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
}
