'use client';

import { useEffect, useState } from 'react';
import type { IncidentDetail } from '#domain/incidents/staffIncident.ts';
import type { IncidentAnswer } from '../content.ts';

export interface WatchedDetail {
  answer: IncidentAnswer | null;
  isLost: boolean;
  show(incident: IncidentDetail): void;
}

/** Everything known of the chosen incident, read anew when the list says that it changed. */
export function useIncidentDetail(id: string | null, rowVersion: number | undefined): WatchedDetail {
  const [answer, setAnswer] = useState<IncidentAnswer | null>(null);
  const [isLost, setLost] = useState(false);
  const current = answer?.incident.id === id ? answer : null;
  const isDue = id !== null && (!current || (rowVersion ?? 0) > current.incident.rowVersion);
  // With the version, so that an answer older than the list is asked for again.
  const due = isDue ? `${id}?version=${rowVersion ?? 0}` : null;

  useEffect(() => {
    if (due === null) return;
    const request = new AbortController();
    fetch(`/api/ops/incidents/${due}`, { signal: request.signal })
      .then((response) => (response.ok ? response.json() : Promise.reject(new Error(String(response.status)))))
      .then((body: IncidentAnswer) => {
        setAnswer(body);
        setLost(false);
      })
      .catch(() => {
        if (!request.signal.aborted) setLost(true);
      });
    return () => request.abort();
  }, [due]);

  return {
    answer: current,
    isLost: isLost && !current,
    show: (incident) => setAnswer((before) => ({ assignees: before?.assignees ?? [], incident })),
  };
}
