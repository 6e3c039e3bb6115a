import type { z } from 'zod';
import { InvalidInput } from '#domain/errors.ts';
import { TooLarge } from './answerProgram.ts';

const mostFaults = 5;

/** The JSON body in this shape, of at most `mostBytes`. Throws TooLarge, and InvalidInput that names fields, not values. */
export async function readReport<Shape extends z.ZodType>(
  request: Request,
  shape: Shape,
  mostBytes: number,
): Promise<z.output<Shape>> {
  const result = shape.safeParse(parse(await readText(request, mostBytes)));
  if (result.success) return result.data;
  const { issues } = result.error;
  const faults = issues.slice(0, mostFaults).map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
  const more = issues.length > mostFaults ? [`and ${issues.length - mostFaults} more`] : [];
  throw new InvalidInput([...faults, ...more].join('; '));
}

async function readText(request: Request, mostBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) throw new TooLarge(`the body is larger than ${mostBytes} bytes; nothing was stored`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidInput('the body is not JSON');
  }
}
