'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import type { LiveAddress, PageUnit, UnitMarks } from '#components/turnout/content.ts';
import type { IncidentMark } from '#domain/incidents/incidentMark.ts';
import { marksOfUnit } from '#domain/incidents/marksOfUnit.ts';
import type { IncidentFollower } from './followIncidents.ts';
import { liveBase } from './liveAddress.ts';
import type { LiveBoard } from './useLiveBoard.ts';

/** The incidents of the unit's curve, live. */
export function useLiveMarks(
  initial: UnitMarks,
  { board, spreadMs }: LiveBoard,
  units: readonly PageUnit[],
  { url, port }: LiveAddress,
): IncidentMark[] {
  const { status, scope } = board;
  const [marks, setMarks] = useState<readonly IncidentMark[]>(initial.incidents);
  const [follower, setFollower] = useState<IncidentFollower | null>(null);
  const first = useRef({ marks: initial, status });

  useEffect(() => {
    let started: IncidentFollower | undefined;
    let isLeft = false;
    // After the page is drawn, like the socket: no part of the first load.
    import('./followIncidents.ts').then(
      ({ followIncidents }) => {
        if (isLeft) return;
        started = followIncidents({ base: liveBase({ url, port }), ...first.current, onMarks: setMarks });
        setFollower(started);
      },
      () => {},
    );
    return () => {
      isLeft = true;
      started?.stop();
    };
  }, [url, port]);

  useEffect(() => follower?.tell(status, spreadMs), [follower, status, spreadMs]);

  return useMemo(() => marksOfUnit(marks, units, scope.code), [marks, units, scope.code]);
}
