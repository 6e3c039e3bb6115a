import { Conflict, Forbidden, InvalidInput } from '#domain/errors.ts';

/** SQLSTATEs of the vote functions (vote-reference/0002_authorize_and_cast.sql) and of text that PostgreSQL cannot hold. */
const errorsByState: Record<string, new (message: string) => Error> = {
  SV100: InvalidInput,
  SV101: InvalidInput,
  SV200: Forbidden,
  SV201: Forbidden,
  SV202: Conflict,
  SV203: InvalidInput,
  SV204: InvalidInput,
  SV205: InvalidInput,
  SV206: InvalidInput,
  SV207: InvalidInput,
  SV208: InvalidInput,
  '22021': InvalidInput,
  '22P05': InvalidInput,
};

/** Runs `call`; its refusals become domain errors. No error carries the voter's data, which drizzle puts in its message. */
export async function withVoteErrors<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const VoteError = errorsByState[sqlState(cause)];
    throw VoteError && cause instanceof Error ? new VoteError(cause.message) : cause;
  }
}

function sqlState(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
