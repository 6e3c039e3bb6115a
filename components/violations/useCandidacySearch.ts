'use client';

import { useEffect, useState } from 'react';
import type { CandidacyChoices } from '#domain/violations/candidacyChoice.ts';

const pauseMs = 150;

/** Candidacies of the unit by words of a name, asked for when the writing pauses; null until there is an answer. */
export function useCandidacySearch(unitCode: string, q: string, isWanted: boolean) {
  const [found, setFound] = useState<CandidacyChoices | null>(null);
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    if (!isWanted) return;
    const request = new AbortController();
    const ask = () =>
      fetch(`/api/ops/violations/candidacies?${new URLSearchParams({ unit: unitCode, q })}`, { signal: request.signal })
        .then((response) => (response.ok ? response.json() : Promise.reject(new Error(String(response.status)))))
        .then((answer: CandidacyChoices) => {
          setFound(answer);
          setLost(false);
        })
        .catch(() => {
          if (!request.signal.aborted) setLost(true);
        });
    const timer = setTimeout(ask, pauseMs);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [unitCode, q, isWanted]);
  return { found, isLost };
}
