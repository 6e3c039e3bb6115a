'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { Format } from '#components/format/useFormat.ts';
import type { BoardRow } from '#domain/board.ts';
import type { Election } from '#domain/election.ts';
import { electorate, votedOfEligible } from '#domain/ratio.ts';

const pauseMs = 30_000;

/** Tells a screen reader the main figure when it changed, at most once in half a minute. */
export function SpokenFigure({ row, election, format }: { row: BoardRow; election: Election; format: Format }) {
  const t = useTranslations('board.announce');
  const total = electorate(row);
  const text = t(election.electorate, {
    count: total,
    total: format.count(total),
    voted: format.count(row.voted),
    percent: format.percent(votedOfEligible(row) ?? 0),
  });
  return (
    <p className="sr-only" aria-live="polite">
      {useSpoken(text)}
    </p>
  );
}

function useSpoken(text: string): string {
  const [spoken, setSpoken] = useState('');
  const newest = useRef(text);
  const last = useRef(text);
  useEffect(() => {
    newest.current = text;
  }, [text]);
  useEffect(() => {
    const timer = setInterval(() => {
      if (newest.current === last.current) return;
      last.current = newest.current;
      setSpoken(newest.current);
    }, pauseMs);
    return () => clearInterval(timer);
  }, []);
  return spoken;
}
