'use client';

import { useEffect, useRef, useState } from 'react';
import type { Overview } from '#domain/overview/overview.ts';
import { nextInRotation, wallRotation } from '#domain/overview/rotation.ts';

const shownMs = 20_000;

export interface Rotation {
  /** Which of how many is shown, from 1. */
  place: number;
  count: number;
  isPaused: boolean;
  toggle(): void;
  next(): void;
}

/** The country and the regions in trouble, twenty seconds each; `rotated` is the region shown, null is the country. */
export function useRotation(
  overview: Overview,
  rotated: string | null,
  onRotate: (region: string | null) => void,
): Rotation {
  const [rotation, setRotation] = useState<(string | null)[]>(() => wallRotation(overview));
  const [isPaused, setPaused] = useState(false);
  const isAlone = rotation.length < 2;
  const next = useRef(() => {});
  next.current = () => onRotate(nextInRotation(rotation, rotated));

  // A region on the wall does not know of the others: the country said last which they are.
  useEffect(() => {
    if (rotated !== null || overview.scope.level !== 'country') return;
    const told = wallRotation(overview);
    setRotation((before) => (before.join() === told.join() ? before : told));
  }, [overview, rotated]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each region has its time from when it came
  useEffect(() => {
    if (isPaused || isAlone) return;
    const timer = setTimeout(() => next.current(), shownMs);
    return () => clearTimeout(timer);
  }, [isPaused, isAlone, rotated]);

  return {
    place: Math.max(0, rotation.indexOf(rotated)) + 1,
    count: rotation.length,
    isPaused,
    toggle: () => setPaused(!isPaused),
    next: () => next.current(),
  };
}
