'use client';

import { useEffect, useState } from 'react';

const stillMs = 3_000;
/** The board is laid out for this window and made larger to fill the wall. */
const laidOut = { width: 1424, height: 780 };

/** How much larger the board is drawn so that it fills the window, whatever its size; never smaller than it is. */
export function useWallScale(): number {
  const [scale, setScale] = useState(1);
  useEffect(() => {
    const measure = () =>
      setScale(Math.max(1, Math.min(window.innerWidth / laidOut.width, window.innerHeight / laidOut.height)));
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return scale;
}

/** Whether the pointer has not moved for three seconds. */
export function useStillPointer(): boolean {
  const [isStill, setStill] = useState(false);
  useEffect(() => {
    let timer = setTimeout(() => setStill(true), stillMs);
    const move = () => {
      setStill(false);
      clearTimeout(timer);
      timer = setTimeout(() => setStill(true), stillMs);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('keydown', move);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('keydown', move);
    };
  }, []);
  return isStill;
}

/** Keeps the screen on while the page is seen; asked for again when it is seen again. */
export function useScreenOn(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let left = false;
    const ask = async () => {
      if (document.visibilityState !== 'visible') return;
      try {
        const given = await navigator.wakeLock?.request('screen');
        if (left) await given?.release();
        else lock = given;
      } catch {
        // Refused, on battery for one: the screen follows the system.
      }
    };
    void ask();
    document.addEventListener('visibilitychange', ask);
    return () => {
      left = true;
      document.removeEventListener('visibilitychange', ask);
      void lock?.release().catch(() => {});
    };
  }, []);
}

/** Leaving the full screen leaves the wall. */
export function useFullscreenEnd(onLeave: () => void): void {
  useEffect(() => {
    const change = () => {
      if (!document.fullscreenElement) onLeave();
    };
    document.addEventListener('fullscreenchange', change);
    return () => document.removeEventListener('fullscreenchange', change);
  }, [onLeave]);
}

/** What is not on the wall can be neither reached nor read aloud. */
export function useOthersInert(): void {
  useEffect(() => {
    const others = [...document.querySelectorAll<HTMLElement>('body > header, .skip-link, .rehearsal-strip')];
    for (const other of others) other.inert = true;
    return () => {
      for (const other of others) other.inert = false;
    };
  }, []);
}
