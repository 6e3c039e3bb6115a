import { createHash } from 'node:crypto';
import { getOverview } from '#db/overview/getOverview.ts';
import { getOverviewStamp, type OverviewStamp } from '#db/overview/getOverviewStamp.ts';
import { NotFound } from '#domain/errors.ts';
import { staleSince } from '#domain/freshness.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { View } from '#domain/overview/view.ts';
import { getDatabase } from '../../../database.ts';
import { readSockets } from './readSockets.ts';

/** The stamp is read for all viewers together, this often. */
const stampAgeMs = 150;
/** A change of figures waits so long for the next; a change of incidents does not. */
const figuresAgeMs = 2_000;
/** Ages and the newest minute move without any change. */
const longestAgeMs = 15_000;
const mostSnapshots = 500;

interface Snapshot {
  overview: Overview;
  body: string;
  etag: string;
  stamp: OverviewStamp;
  isStale: boolean;
  madeAtMs: number;
}

const snapshots = new Map<string, Snapshot>();
const making = new Map<string, Promise<Snapshot>>();
let stamped: { atMs: number; stamp: Promise<OverviewStamp | null> } | undefined;

/** The leadership board of this view, made once for everybody who has it. Throws NotFound before a package was loaded. */
export async function currentOverview(view: View): Promise<Snapshot> {
  const key = JSON.stringify([view.scope, view.reach]);
  const stamp = await readStamp();
  if (!stamp) throw new NotFound('no election is loaded');
  const known = snapshots.get(key);
  if (known && isCurrent(known, stamp)) return known;
  const underWay = making.get(key) ?? make(key, view, stamp);
  making.set(key, underWay);
  try {
    return await underWay;
  } finally {
    making.delete(key);
  }
}

function isCurrent({ stamp: of, isStale, madeAtMs }: Snapshot, stamp: OverviewStamp): boolean {
  if (of.electionId !== stamp.electionId || of.incidents !== stamp.incidents) return false;
  const ageMs = Date.now() - madeAtMs;
  const isChanged = of.figures !== stamp.figures || isStale !== (staleSince(stamp.checkedAt, Date.now()) !== null);
  return ageMs < longestAgeMs && (ageMs < figuresAgeMs || !isChanged);
}

async function make(key: string, view: View, stamp: OverviewStamp): Promise<Snapshot> {
  const overview = { ...(await getOverview(getDatabase(), view)), sockets: readSockets() };
  const body = JSON.stringify(overview);
  // Weak: the server may compress it on its way.
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  // The stamp of before the reading: what changed meanwhile is read again.
  const isStale = overview.staleSince !== null;
  const snapshot = { overview, body, etag, stamp, isStale, madeAtMs: Date.now() };
  snapshots.delete(key);
  snapshots.set(key, snapshot);
  const oldest = snapshots.size > mostSnapshots ? snapshots.keys().next().value : undefined;
  if (oldest !== undefined) snapshots.delete(oldest);
  return snapshot;
}

function readStamp(): Promise<OverviewStamp | null> {
  if (!stamped || Date.now() - stamped.atMs > stampAgeMs) {
    const stamp = getOverviewStamp(getDatabase());
    stamped = { atMs: Date.now(), stamp };
    stamp.catch(() => {
      stamped = undefined;
    });
  }
  return stamped.stamp;
}
