import { NotFound } from '#domain/errors.ts';

/** The number in an address. Throws NotFound where it is none that anything could have. */
export function readWebhookNumber(id: string): number {
  if (!/^[1-9]\d{0,8}$/.test(id)) throw new NotFound('no such number');
  return Number(id);
}
