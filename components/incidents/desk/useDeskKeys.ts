'use client';

import { useEffect, useRef } from 'react';
import { shortcutKey } from '#components/console/shortcutKey.ts';

export type DeskKey = 'j' | 'k' | 'a' | 'r' | 'n' | '/';

/** The keys of the desk, where nobody is writing and no dialog is open. */
export function useDeskKeys(actions: Record<DeskKey, () => void>): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = shortcutKey(event);
      if (event.ctrlKey || event.metaKey || event.altKey || (event.repeat && !'jk'.includes(key))) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (target?.closest('input, textarea, select, dialog, [contenteditable]')) return;
      if (!isDeskKey(key)) return;
      event.preventDefault();
      latest.current[key]();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

function isDeskKey(key: string): key is DeskKey {
  return ['j', 'k', 'a', 'r', 'n', '/'].includes(key);
}
