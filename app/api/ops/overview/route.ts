import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { listUnits } from '#db/queries/listUnits.ts';
import { UnitCode } from '#domain/geography.ts';
import { chooseView, type View } from '#domain/overview/view.ts';
import { answerStaff } from '../../../auth/answerStaff.ts';
import { requireStaff } from '../../../auth/requireStaff.ts';
import { getDatabase } from '../../../database.ts';
import { isKnown } from '../../answer.ts';
import { readParameters } from '../../parameters.ts';
import { currentOverview } from './overviewSnapshots.ts';

const OverviewParameters = z.strictObject({ region: UnitCode.optional() });

const longestWaitSeconds = 10;
const lookEveryMs = 200;

/**
 * The leadership board of what the person may see. Who has it already may wait for the next (`Prefer: wait=8`, RFC 7240): answered
 * as soon as an incident changes, or a figure two seconds after the last; 304 where nothing did.
 */
export function GET(request: Request) {
  return answerStaff(request, async () => {
    const { region = null } = readParameters(request, OverviewParameters);
    const untilMs = Date.now() + readWaitMs(request);
    const view = await readView(request, region);
    let snapshot = await currentOverview(view);
    if (isKnown(request, snapshot.etag) && Date.now() < untilMs) {
      await waitForNext(request, view, untilMs);
      // Anew: a session may have ended while it waited.
      snapshot = await currentOverview(await readView(request, region));
    }
    const headers = { ETag: snapshot.etag };
    if (isKnown(request, snapshot.etag)) return new Response(null, { status: 304, headers });
    return new Response(snapshot.body, { headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' } });
  });
}

async function readView(request: Request, region: string | null): Promise<View> {
  const { person } = await requireStaff(request, 'overview.read');
  return chooseView(person, await listUnits(getDatabase()), region);
}

async function waitForNext(request: Request, view: View, untilMs: number): Promise<void> {
  while (Date.now() < untilMs && !request.signal.aborted) {
    await delay(lookEveryMs);
    if (!isKnown(request, (await currentOverview(view)).etag)) return;
  }
}

function readWaitMs(request: Request): number {
  const seconds = /\bwait=(\d{1,3})\b/.exec(request.headers.get('prefer') ?? '')?.[1];
  return Math.min(longestWaitSeconds, Number(seconds ?? 0)) * 1_000;
}
