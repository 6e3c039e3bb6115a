'use client';

import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type Direction, nextTile } from './nextTile.ts';

const directions: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** One tab stop for a list of links, moved by arrow keys, Home and End; without JavaScript each link is a stop. */
export function useArrowKeys(count: number) {
  const list = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState<number | null>(null);
  useEffect(() => setCurrent((before) => (before === null || before >= count ? 0 : before)), [count]);

  const links = () => [...(list.current?.querySelectorAll('a') ?? [])];
  const onFocus = (event: FocusEvent) => {
    const index = links().findIndex((link) => link.contains(event.target));
    if (index >= 0) setCurrent(index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const all = links();
    const from = all.findIndex((link) => link.contains(document.activeElement));
    const target = targetOf(event.key, all, from);
    if (target === null) return;
    event.preventDefault();
    all[target]?.focus();
  };
  const tabIndexOf = (index: number) => (current === null || current === index ? undefined : -1);
  return { list, onFocus, onKeyDown, tabIndexOf };
}

function targetOf(key: string, links: HTMLElement[], from: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return links.length - 1;
  const direction = directions[key];
  return direction
    ? nextTile(
        links.map((link) => link.getBoundingClientRect()),
        from,
        direction,
      )
    : null;
}
