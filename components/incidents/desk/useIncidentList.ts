'use client';

import { type PolledAnswer, usePolledAnswer } from '#components/console/usePolledAnswer.ts';
import type { IncidentList } from '../content.ts';

export type WatchedList = IncidentList & Pick<PolledAnswer<IncidentList>, 'lostAtMs' | 'refresh'>;

/** The list of incidents that `query` asks for. */
export function useIncidentList(initial: IncidentList, query: string): WatchedList {
  const { answer, lostAtMs, refresh } = usePolledAnswer(initial, `/api/ops/incidents${query}`);
  return { ...answer, lostAtMs, refresh };
}
