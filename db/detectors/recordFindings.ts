import { type Finding, fingerprintOf } from '#domain/incidents/finding.ts';
import type { Detector, IncidentCategory, Severity } from '#domain/incidents/incident.ts';
import type { Names } from '#domain/languages.ts';
import { sqlState } from '../aggregate/serialization.ts';
import type { AuditActor } from '../audit/recordAudit.ts';
import { type DatabaseClient, sql } from '../client.ts';
import { openIncident } from '../incidents/fileIncident.ts';
import { findPlace } from '../incidents/findPlace.ts';
import { auditedState, changeIncident, lockIncident, recordIncidentChange } from '../incidents/incidentChange.ts';

const by: AuditActor = { id: null, name: 'detector', role: 'program', address: null };

const looks: Record<Detector, { category: IncidentCategory; severity: Severity }> = {
  feed_lag: { category: 'connectivity', severity: 'critical' },
  no_votes: { category: 'web_site', severity: 'major' },
  authorized_voted_gap: { category: 'web_site', severity: 'major' },
  refusal_surge: { category: 'authorization', severity: 'minor' },
};

function lookOf({ detector, unitCodes }: Finding): { category: IncidentCategory; severity: Severity } {
  const isNational = detector === 'no_votes' && unitCodes.length === 0;
  return isNational ? { ...looks.no_votes, severity: 'critical' } : looks[detector];
}

export interface Recorded {
  opened: string[];
  ended: string[];
}

/** Opens an incident for the staff for each finding that says so, once, and ends those that are over. */
export async function recordFindings(
  db: DatabaseClient['db'],
  findings: readonly Finding[],
  title: (finding: Finding) => Names,
): Promise<Recorded> {
  const open = await db.execute<{ number: number; fingerprint: string }>(sql`
    select number, fingerprint from ops.incident where source = 'detector' and state <> 'resolved'`);
  const byFingerprint = new Map(open.map(({ number, fingerprint }) => [fingerprint, number]));
  const recorded: Recorded = { opened: [], ended: [] };
  for (const finding of findings) {
    const fingerprint = fingerprintOf(finding);
    const number = byFingerprint.get(fingerprint);
    if (finding.judgement === 'open' && number === undefined && (await openFound(db, finding, title(finding))))
      recorded.opened.push(fingerprint);
    if (finding.judgement === 'clear' && number !== undefined && (await endFound(db, number)))
      recorded.ended.push(fingerprint);
  }
  return recorded;
}

/** False where it is to be silent of this, or another process was first. */
async function openFound(db: DatabaseClient['db'], finding: Finding, title: Names): Promise<boolean> {
  const fingerprint = fingerprintOf(finding);
  try {
    return await db.transaction(async (tx) => {
      const quiet = await tx.execute(sql`
        select from ops.incident where fingerprint = ${fingerprint} and (state <> 'resolved'
          or silenced_until > board.election_now()
          or resolved_at > board.election_now() - make_interval(mins => (
            select value::int from ops.detector_limit where detector = ${finding.detector} and name = 'quiet_minutes')))
        limit 1`);
      if (quiet.length > 0) return false;
      await openIncident(tx, by, {
        ...lookOf(finding),
        title,
        unitCodes: finding.unitCodes,
        isPublic: false,
        place: await findPlace(tx, finding.unitCodes),
        source: 'detector',
        fingerprint,
        evidence: { detector: finding.detector, ...finding.evidence },
      });
      return true;
    });
  } catch (error) {
    if (sqlState(error) === '23505') return false;
    throw error;
  }
}

async function endFound(db: DatabaseClient['db'], number: number): Promise<boolean> {
  return db.transaction(async (tx) => {
    const before = await lockIncident(tx, number);
    const row = await changeIncident(tx, by, {
      number,
      set: sql`state = 'resolved', resolved_at = board.election_now(), outcome = 'ended'`,
      condition: sql`state <> 'resolved'`,
    });
    if (!row) return false;
    await recordIncidentChange(tx, by, row, {
      entries: [{ kind: 'state', isPublic: true }],
      action: 'incident.detect',
      before: auditedState(before),
      after: auditedState(row),
    });
    return true;
  });
}
