'use client';

import { useEffect, useRef } from 'react';
import { shortcutKey } from '#components/console/shortcutKey.ts';

/** Single keys of the leadership board, where nobody is writing. */
export function useBoardKeys(actions: Readonly<Record<string, () => void>>): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest('input:not([type=radio]), textarea, select, dialog, [contenteditable]')) return;
      const act = latest.current[shortcutKey(event)];
      // A button or a link under the focus keeps its own keys.
      if (!act || (event.key === ' ' && target?.closest('button, a, summary, input'))) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
