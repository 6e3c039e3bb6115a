import type { AuditActor } from '#db/audit/recordAudit.ts';
import type { DatabaseClient } from '#db/client.ts';
import { sql } from '#db/client.ts';
import { type Filing, fileIncident } from '#db/incidents/fileIncident.ts';

export const officer = (name: string): AuditActor => ({
  id: name.toLowerCase(),
  name,
  role: 'duty',
  address: '10.0.0.7',
});
export const inEnglish = (text: string) => ({ en: text });

/** Files an incident of the whole country unless it says otherwise; returns its number. */
export function fileOne(db: DatabaseClient['db'], filing: Partial<Filing> = {}): Promise<number> {
  return fileIncident(db, officer('Aigerim'), {
    category: 'web_site',
    severity: 'major',
    title: inEnglish('The site answers slowly'),
    unitCodes: [],
    isPublic: true,
    place: { regionCode: null, districtCode: null },
    source: 'person',
    ...filing,
  });
}

/** Moves the standing clock of a rehearsal on by so many seconds of the election. */
export async function passSeconds(db: DatabaseClient['db'], seconds: number): Promise<void> {
  await db.execute(sql`update board.clock set origin_election = origin_election + make_interval(secs => ${seconds})`);
}
