import type { z } from 'zod';
import { InvalidInput } from '#domain/errors.ts';

const mostBytes = 64 * 1024;

/** The JSON body in this shape. Throws InvalidInput that names the fields at fault, without their values. */
export async function readBody<Shape extends z.ZodType>(request: Request, shape: Shape): Promise<z.output<Shape>> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    throw new InvalidInput('Content-Type: expected application/json');
  const result = shape.safeParse(parse(await readText(request)));
  if (result.success) return result.data;
  throw new InvalidInput(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
}

async function readText(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) throw new InvalidInput(`the body is larger than ${mostBytes} bytes`);
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
