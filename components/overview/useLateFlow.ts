'use client';

import { type ComponentType, useEffect, useState } from 'react';
import type { FlowLinesProps } from './FlowLines.tsx';

/** The lines by recharts once the page is drawn; null until then, and for good where they cannot load. */
export function useLateFlow(): ComponentType<FlowLinesProps> | null {
  const [lines, setLines] = useState<{ Component: ComponentType<FlowLinesProps> } | null>(null);
  useEffect(() => {
    let isGone = false;
    import('./FlowLines.tsx').then(
      (module) => !isGone && setLines({ Component: module.default }),
      () => {},
    );
    return () => {
      isGone = true;
    };
  }, []);
  return lines?.Component ?? null;
}
