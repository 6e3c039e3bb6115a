/** Nobody is signed in, or no longer. */
export class Unauthorized extends Error {
  override name = 'Unauthorized';
}
/** This person has to use a second factor before anything else. */
export class SecondFactorNeeded extends Error {
  override name = 'SecondFactorNeeded';
}
/** AUTH_SECRET is not set. */
export class SignInClosed extends Error {
  override name = 'SignInClosed';
}
/** A page of another site sent this. */
export class WrongOrigin extends Error {
  override name = 'WrongOrigin';
}
