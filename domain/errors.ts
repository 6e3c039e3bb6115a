/** What a caller did wrong, or what is missing; `app` and `server` map these at their edge. */
export class NotFound extends Error {
  override name = 'NotFound';
}
export class Conflict extends Error {
  override name = 'Conflict';
}
export class InvalidInput extends Error {
  override name = 'InvalidInput';
}
export class Forbidden extends Error {
  override name = 'Forbidden';
}
