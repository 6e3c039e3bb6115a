'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { shortcutKey } from '#components/console/shortcutKey.ts';

/**
 * j and k walk the rows of the list (links marked `data-row`), / goes to the search field of the page. Where the row in focus
 * leaves the list, the one that stands in its place has it.
 */
export function useListKeys(list: RefObject<HTMLElement | null>, rows: readonly unknown[]): void {
  const last = useRef<{ key: string; index: number } | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows in the page are others when `rows` are
  useLayoutEffect(() => {
    const shown = rowsOf(list);
    const { key, index } = last.current ?? {};
    const isGone = key !== undefined && !shown.some((row) => row.dataset.row === key);
    if (isGone && document.activeElement === document.body) shown[Math.min(index ?? 0, shown.length - 1)]?.focus();
  }, [list, rows]);

  useEffect(() => {
    const onFocus = (event: FocusEvent) => {
      const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
      last.current = row?.dataset.row ? { key: row.dataset.row, index: rowsOf(list).indexOf(row) } : null;
    };
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.closest('input, select, textarea, dialog');
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      const key = shortcutKey(event);
      if (key === '/') {
        event.preventDefault();
        document.querySelector<HTMLInputElement>('[data-search]')?.focus();
      }
      if (key !== 'j' && key !== 'k') return;
      const shown = rowsOf(list);
      const at = shown.findIndex((row) => row.matches(':focus'));
      const next = key === 'j' ? at + 1 : Math.max(0, at - 1);
      shown[Math.min(next, shown.length - 1)]?.focus();
    };
    document.addEventListener('focusin', onFocus);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('keydown', onKey);
    };
  }, [list]);
}

function rowsOf(list: RefObject<HTMLElement | null>): HTMLElement[] {
  return [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
}
