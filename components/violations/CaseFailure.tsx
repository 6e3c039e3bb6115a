import { FailureText } from '#components/console/FailureText.tsx';
import type { Failure } from '#components/console/useSend.ts';

/** Why it was not done, and the server's own words: who was first, or what does not fit. */
export function CaseFailure({ failure }: { failure: Failure | null }) {
  const isTold = failure?.error === 'conflict' || failure?.error === 'invalid_input';
  return (
    <>
      <FailureText failure={failure} />
      {isTold && failure.message && (
        <p lang="en" className="text-sm break-words text-ink-soft">
          {failure.message}
        </p>
      )}
    </>
  );
}
