'use client';

import { type ComponentType, type RefObject, useEffect, useState } from 'react';
import type { LiveCurveProps } from './LiveCurve.tsx';

const nearPx = 300;

function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const id = requestIdleCallback(run, { timeout: 3000 });
    return () => cancelIdleCallback(id);
  }
  const id = setTimeout(run, 200);
  return () => clearTimeout(id);
}

/** The recharts curve once its box is near the screen and the browser idle; null until then, and for good if it cannot load. */
export function useLateCurve(box: RefObject<HTMLElement | null>): ComponentType<LiveCurveProps> | null {
  const [curve, setCurve] = useState<{ Component: ComponentType<LiveCurveProps> } | null>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let isGone = false;
    let cancelIdle = () => {};
    const load = () =>
      import('./LiveCurve.tsx').then(
        (module) => !isGone && setCurve({ Component: module.default }),
        () => {},
      );
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        cancelIdle = whenIdle(load);
      },
      { rootMargin: `${nearPx}px` },
    );
    observer.observe(element);
    return () => {
      isGone = true;
      observer.disconnect();
      cancelIdle();
    };
  }, [box]);
  return curve?.Component ?? null;
}
