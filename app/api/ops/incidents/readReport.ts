import type { z } from 'zod';
import { InvalidInput } from '#domain/errors.ts';
import { readText } from '../../readText.ts';
import { TooLarge } from './answerProgram.ts';

const mostFaults = 5;

/** The JSON body in this shape, of at most `mostBytes`. Throws TooLarge, and InvalidInput that names fields, not values. */
export async function readReport<Shape extends z.ZodType>(
  request: Request,
  shape: Shape,
  mostBytes: number,
): Promise<z.output<Shape>> {
  const text = await readText(request, mostBytes);
  if (text === null) throw new TooLarge(`the body is larger than ${mostBytes} bytes; nothing was stored`);
  const result = shape.safeParse(parse(text));
  if (result.success) return result.data;
  const { issues } = result.error;
  const faults = issues.slice(0, mostFaults).map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
  const more = issues.length > mostFaults ? [`and ${issues.length - mostFaults} more`] : [];
  throw new InvalidInput([...faults, ...more].join('; '));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidInput('the body is not JSON');
  }
}
