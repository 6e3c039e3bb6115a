import type { z } from 'zod';
import { getEditionFile, readEditionBytes } from './editionFiles.ts';
import { readPressState } from './editions.ts';
import { readOrLast } from './lastGood.ts';

const maxParsed = 600;
/** By hash, so that a file is checked against its schema once. */
const parsed = new Map<string, unknown>();

/** A JSON file of the newest public edition; null while there is none. Throws NotFound where the edition has no such file. */
export async function readEditionJson<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
): Promise<z.output<Schema> | null> {
  const reading = await readOrLast(`results ${path}`, async () => {
    const edition = (await readPressState()).editions.at(-1);
    if (!edition) return null;
    const file = await getEditionFile(edition, path);
    const known = parsed.get(file.sha256);
    if (known !== undefined) return known as z.output<Schema>;
    const { identity } = await readEditionBytes(edition, file);
    const content = schema.parse(JSON.parse(new TextDecoder().decode(identity)));
    keep(file.sha256, content);
    return content;
  });
  return reading.value;
}

function keep(hash: string, content: unknown): void {
  parsed.set(hash, content);
  const oldest = parsed.size > maxParsed ? parsed.keys().next().value : undefined;
  if (oldest !== undefined) parsed.delete(oldest);
}
