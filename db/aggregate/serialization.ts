/** Whether another transaction came first (SQLSTATE 40001) and this one is to be tried again. */
export function isSerializationFailure(error: unknown): boolean {
  return sqlState(error) === '40001';
}

/** SQLSTATE of a database error, also where the query builder wrapped it. */
export function sqlState(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'cause' in error ? sqlState(error.cause) : null;
}
