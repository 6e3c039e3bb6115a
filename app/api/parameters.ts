import type { z } from 'zod';
import { InvalidInput } from '#domain/errors.ts';

/** The parameters of the address, those without a value left out. Throws InvalidInput that names the one that is wrong. */
export function readParameters<Shape extends z.ZodType>(request: Request, shape: Shape): z.output<Shape> {
  const given = [...new URL(request.url).searchParams].filter(([, value]) => value !== '');
  const unkept = given.find(([, value]) => value.includes('\0'));
  if (unkept) throw new InvalidInput(`${unkept[0]}: no control characters`);
  const result = shape.safeParse(Object.fromEntries(given));
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${path.join('.') || 'address'}: ${message}`);
  throw new InvalidInput(faults.join('; '));
}
