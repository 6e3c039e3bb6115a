import type { z } from 'zod';
import { InvalidInput } from '#domain/errors.ts';
import { readText } from '../api/readText.ts';

const mostBytes = 64 * 1024;

/** The JSON body in this shape. Throws InvalidInput that names the fields at fault, without their values. */
export async function readBody<Shape extends z.ZodType>(request: Request, shape: Shape): Promise<z.output<Shape>> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    throw new InvalidInput('Content-Type: expected application/json');
  const result = shape.safeParse(parse(await readText(request, mostBytes)));
  if (result.success) return result.data;
  throw new InvalidInput(
    result.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`).join('; '),
  );
}

function parse(text: string | null): unknown {
  if (text === null) throw new InvalidInput(`the body is larger than ${mostBytes} bytes`);
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidInput('the body is not JSON');
  }
}
