import { Conflict } from '../errors.ts';

/** Why an act on a person's access is refused; each has its words in messages/{kk,ru,en}/console.json, under `refused`. */
export const personRefusals = ['last_admin', 'is_disabled', 'is_enabled', 'no_factor'] as const;

export function personConflict(code: (typeof personRefusals)[number], message: string): Conflict {
  return new Conflict(message, { code, details: {} });
}
