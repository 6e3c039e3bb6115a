import { electionNowMs } from '#domain/electionNow.ts';
import { NotFound } from '#domain/errors.ts';
import { staleSince } from '#domain/freshness.ts';
import { dayMs, fillFlow, flowSpan } from '#domain/overview/flow.ts';
import { mostShown, type Overview } from '#domain/overview/overview.ts';
import type { Stall } from '#domain/overview/stall.ts';
import type { View } from '#domain/overview/view.ts';
import { votingSpan } from '#domain/phase.ts';
import type { DatabaseClient, Transaction } from '../client.ts';
import { getDetectorMoment } from '../detectors/getDetectorMoment.ts';
import { getResponseTimes } from '../incidents/getResponseTimes.ts';
import { getFeed } from '../queries/getFeed.ts';
import { getSchedule } from '../queries/getSchedule.ts';
import { getPipeline } from '../violations/getPipeline.ts';
import { countOpenByAge } from './countOpenByAge.ts';
import { countProposals } from './countProposals.ts';
import { getScopeFigures } from './getScopeFigures.ts';
import { judgeStalls } from './judgeStalls.ts';
import { listCritical } from './listCritical.ts';
import { listFlowIncidents } from './listFlowIncidents.ts';
import { listHeldDistricts } from './listHeldDistricts.ts';
import { listMinutes } from './listMinutes.ts';
import { listOpenIncidents } from './listOpenIncidents.ts';
import { listPartFigures } from './listPartFigures.ts';
import { listRefusals } from './listRefusals.ts';

type Read = Omit<Overview, 'sockets'>;

/** Everything of the leadership board that the database knows, of one moment. Throws NotFound before a package was loaded. */
export function getOverview(db: DatabaseClient['db'], view: View): Promise<Read> {
  return db.transaction((tx) => readOverview(tx, view), { isolationLevel: 'repeatable read', accessMode: 'read only' });
}

async function readOverview(tx: Transaction, { scope, reach, place }: View): Promise<Read> {
  const [feed, moment, schedule] = [await getFeed(tx), await getDetectorMoment(tx), await getSchedule(tx)];
  if (!moment) throw new NotFound('no election is loaded');
  const { version, clock, checkedAt, release } = feed;
  const span = flowSpan(schedule, Date.parse(moment.at));
  const opensAtMs = votingSpan(schedule)?.opensAtMs ?? Number.POSITIVE_INFINITY;
  const untilMs = span?.untilMs ?? Date.parse(moment.at);
  const nowMs = electionNowMs(clock, Date.now());
  const stalls = await judgeStalls(tx, scope, { moment, schedule, nowMs });
  const parts = await listPartFigures(tx, reach, scope, {
    until: new Date(untilMs).toISOString(),
    hadVotingYesterday: untilMs - dayMs - 3_600_000 >= opensAtMs,
  });
  const { ages, unacknowledged } = await countOpenByAge(tx, reach, scope);
  return {
    ...{ scope, version, clock, at: moment.at, checkedAt, schedule, release, stalls },
    staleSince: staleSince(checkedAt, Date.now()),
    proposals: await countProposals(tx),
    figures: await getScopeFigures(tx, scope),
    incidents: { ages, unacknowledged, rows: await listOpenIncidents(tx, reach, scope, mostShown) },
    critical: await listCritical(tx, reach),
    times: await getResponseTimes(tx, place.regionCode, place.districtCode),
    flow: span && {
      ...fillFlow(span, await listMinutes(tx, scope.code, span), opensAtMs),
      incidents: await listFlowIncidents(tx, reach, scope, span),
    },
    refusals: await listRefusals(tx, scope, moment.at),
    cases: await getPipeline(tx, place),
    held: await listHeldDistricts(tx, scope),
    parts: parts.map((part) => ({ ...part, stalls: countIn(part.code, stalls?.rows ?? []) })),
  };
}

function countIn(partCode: string, stalls: readonly Stall[]): number {
  return stalls.filter(({ code, regionCode }) => code === partCode || regionCode === partCode).length;
}
