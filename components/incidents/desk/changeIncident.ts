import type { Failure } from '#components/console/useSend.ts';
import type { IncidentDetail } from '#domain/incidents/staffIncident.ts';
import type { IncidentAnswer } from '../content.ts';

export type Outcome =
  | { isDone: true; incident: IncidentDetail }
  /** `current`: the incident as somebody else left it meanwhile, where that is why. */
  | { isDone: false; failure: Failure; current: IncidentDetail | null };

/** Posts to a staff route that answers with an incident. */
export async function changeIncident(path: string, body: object): Promise<Outcome> {
  try {
    const response = await fetch(`/api/ops/incidents${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return { isDone: true, incident: await response.json() };
    const failure: Failure = await response.json().catch(() => ({ error: 'internal' }));
    return { isDone: false, failure, current: failure.error === 'conflict' ? await readCurrent(path) : null };
  } catch {
    return { isDone: false, failure: { error: 'offline' }, current: null };
  }
}

async function readCurrent(path: string): Promise<IncidentDetail | null> {
  const id = path.split('/')[1] ?? '';
  const answer = await fetch(`/api/ops/incidents/${id}`).catch(() => null);
  if (!answer?.ok) return null;
  const { incident }: IncidentAnswer = await answer.json();
  return incident;
}
