/** What went wrong in one line, without the statement and parameters that drizzle puts before it. */
export function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const text = cause instanceof Error ? cause.message || codeOf(cause) || cause.name : String(cause);
  return text.replace(/\s*\n\s*/g, '; ');
}

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : '';
}
