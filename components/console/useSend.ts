'use client';

import { useState } from 'react';
import type { Refusal } from '#domain/errors.ts';

/** What a staff route answered where it did not do it; `message` says more of it, in English and for programs. */
export interface Failure {
  error: string;
  message?: string;
  refusal?: Refusal;
}

export interface Sending {
  isSending: boolean;
  failure: Failure | null;
  /** What the route answered; null where it did not do it, then `failure` says why. */
  send<Answer>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<Answer | null>;
  fail(error: string): void;
}

/** Sends one form to a staff route. */
export function useSend(): Sending {
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  return {
    isSending,
    failure,
    fail: (error) => setFailure({ error }),
    send: async (method, path, body) => {
      setSending(true);
      setFailure(null);
      try {
        const answer = await fetch(path, {
          method,
          ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
        });
        if (answer.ok) return await answer.json();
        setFailure(await answer.json().catch(() => ({ error: 'internal' })));
      } catch {
        setFailure({ error: 'offline' });
      } finally {
        setSending(false);
      }
      return null;
    },
  };
}
