'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Lines for a terminal; `{site}` is the address that the reader knows this site by. */
export function Commands({ lines }: { lines: readonly string[] }) {
  const site = useSyncExternalStore(
    never,
    () => location.origin,
    () => 'https://…',
  );
  return (
    <pre className="mt-1 rounded bg-turnout-0 p-3 text-sm wrap-anywhere whitespace-pre-wrap">
      <code>{lines.join('\n').replace('{site}', site)}</code>
    </pre>
  );
}
