import type { PressFile } from './pressFile.ts';

/** Compact, keys as the value has them, one line with its end. */
export function jsonFile(path: string, value: object): PressFile {
  return { path, mediaType: 'application/json', text: `${JSON.stringify(value)}\n` };
}
