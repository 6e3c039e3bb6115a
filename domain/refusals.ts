import type { Refusal } from './errors.ts';

/** Codes of refusals, each with the names of what its words need. */
type Refusals = Record<string, readonly string[]>;

/** What comes with a refusal: its details, or nothing where its words need none. */
export type DetailsOf<All extends Refusals, Code extends keyof All> = All[Code]['length'] extends 0
  ? []
  : [details: Record<All[Code][number], string>];

export function refusalOf(code: string, details: readonly Record<string, string>[]): Refusal {
  return { code, details: details[0] ?? {} };
}
