import type { DatabaseClient } from '#db/client.ts';
import { detectFeedLag } from '#db/detectors/detectFeedLag.ts';
import { detectGap } from '#db/detectors/detectGap.ts';
import { detectNoVotes } from '#db/detectors/detectNoVotes.ts';
import { detectRefusalSurge } from '#db/detectors/detectRefusalSurge.ts';
import { getDetectorMoment } from '#db/detectors/getDetectorMoment.ts';
import { type Recorded, recordFindings } from '#db/detectors/recordFindings.ts';
import { listUnits } from '#db/queries/listUnits.ts';
import type { Log } from '../log.ts';
import { everyTick } from '../ticks.ts';
import { titleOf } from './titles.ts';

const tickMs = 2_000;
const retryMs = 5_000;
/** Past this the figures are too old to say anything of voting. */
const freshSeconds = 10;

/** Looks at the board until stopped, in a process of its own: it must see that the aggregator is gone. Returns its stop. */
export function startDetectors(db: DatabaseClient['db'], log: Log): () => Promise<void> {
  const tick = async (): Promise<number> => {
    try {
      const recorded = await lookOnce(db);
      if (recorded.opened.length + recorded.ended.length > 0) log.info(recorded, 'detected');
      return tickMs;
    } catch (error) {
      log.error({ err: error }, 'could not look, trying again');
      return retryMs;
    }
  };
  return everyTick(tick, (error) => log.fatal({ err: error }, 'nothing is looked at any more'));
}

/** One look at everything. */
export async function lookOnce(db: DatabaseClient['db']): Promise<Recorded> {
  const moment = await getDetectorMoment(db);
  if (!moment) return { opened: [], ended: [] };
  const findings = detectFeedLag(moment);
  if (moment.lagSeconds < freshSeconds) {
    findings.push(...(await detectNoVotes(db, moment)));
    findings.push(...(await detectGap(db, moment)));
    findings.push(...(await detectRefusalSurge(db, moment)));
  }
  const units = findings.some(({ judgement }) => judgement === 'open') ? await listUnits(db) : [];
  const names = new Map(units.map((unit) => [unit.code, unit.names]));
  return recordFindings(db, findings, (finding) => titleOf(finding, names.get(finding.subject)));
}
