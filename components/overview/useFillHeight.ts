'use client';

import { type RefObject, useEffect } from 'react';

/** Below the page's own margin nothing follows. */
const marginPx = 16;

/** Gives `--fill` the height from the top of the element to the bottom of the window, so that a page fits without scrolling. */
export function useFillHeight(element: RefObject<HTMLElement | null>, isShown: boolean): void {
  useEffect(() => {
    if (!isShown) return;
    const measure = () => {
      const box = element.current;
      if (!box) return;
      const top = box.getBoundingClientRect().top + window.scrollY;
      box.style.setProperty('--fill', `${Math.floor(window.innerHeight - top - marginPx)}px`);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [element, isShown]);
}
