'use client';

import { useLayoutEffect, useRef } from 'react';

const countMs = 400;

interface Props {
  value: number;
  write(value: number): string;
}

/** A figure that counts to its new value; the text is the new value at once for those who asked for less motion. */
export function CountingFigure({ value, write }: Props) {
  const figure = useRef<HTMLSpanElement>(null);
  const shown = useRef(value);
  const writeNow = useRef(write);
  writeNow.current = write;

  useLayoutEffect(() => {
    const text = figure.current?.firstChild;
    const from = shown.current;
    if (!text || from === value || document.hidden || matchMedia('(prefers-reduced-motion: reduce)').matches) {
      shown.current = value;
      return;
    }
    let frame = 0;
    let startMs: number | null = null;
    const draw = (atMs: number) => {
      startMs ??= atMs;
      const progress = Math.min(1, (atMs - startMs) / countMs);
      shown.current = Math.round(from + (value - from) * (1 - (1 - progress) ** 3));
      text.nodeValue = writeNow.current(shown.current);
      if (progress < 1) frame = requestAnimationFrame(draw);
    };
    text.nodeValue = write(from);
    frame = requestAnimationFrame(draw);
    return () => {
      cancelAnimationFrame(frame);
      text.nodeValue = writeNow.current(value);
    };
  }, [value, write]);

  return <span ref={figure}>{write(value)}</span>;
}
