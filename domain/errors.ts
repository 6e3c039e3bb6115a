/** Why something was refused, for pages that say it in the reader's language: the code is a key of their messages, `details` fill it. */
export interface Refusal {
  code: string;
  details: Record<string, string>;
}

class Refused extends Error {
  constructor(
    message: string,
    readonly refusal?: Refusal,
  ) {
    super(message);
  }
}

/** What a caller did wrong, or what is missing; `app` and `server` map these at their edge. */
export class NotFound extends Error {
  override name = 'NotFound';
}
export class Conflict extends Refused {
  override name = 'Conflict';
}
export class InvalidInput extends Refused {
  override name = 'InvalidInput';
}
export class Forbidden extends Error {
  override name = 'Forbidden';
}
