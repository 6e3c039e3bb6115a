import type { Board, Scope } from '#domain/board.ts';
import type { FullNotice } from '#domain/events.ts';
import type { IncidentMarks } from '#domain/incidents/incidentMark.ts';
import type { StatusFile } from '#domain/incidents/publicStatus.ts';
import { fromSnapshot, type Snapshot } from '#domain/snapshot.ts';

/** Cheap: the server checks its own files, and the schemas would weigh more than the rest of the page's code. */
export function readBoard(body: unknown, scope: Scope): Board | null {
  if (typeof body !== 'object' || body === null) return null;
  const snapshot = body as Snapshot;
  if (typeof snapshot.version !== 'number' || typeof snapshot.checkedAt !== 'string') return null;
  const board = fromSnapshot(snapshot);
  return board.rows[0]?.code === scope.code ? board : null;
}

export function readStatusFile(body: unknown): StatusFile | null {
  return hasIncidents(body) ? (body as StatusFile) : null;
}

export function readMarks(body: unknown): IncidentMarks | null {
  return hasIncidents(body) ? (body as IncidentMarks) : null;
}

function hasIncidents(body: unknown): boolean {
  if (typeof body !== 'object' || body === null || !('incidents' in body) || !('version' in body)) return false;
  return Array.isArray(body.incidents) && typeof body.version === 'number';
}

export function readFullNotice(error: Error): FullNotice | null {
  const data = 'data' in error ? (error.data as Partial<FullNotice> | undefined) : undefined;
  if (typeof data?.pollMs !== 'number' || typeof data.retryMs !== 'number') return null;
  return { pollMs: data.pollMs, retryMs: data.retryMs };
}
