'use client';

import { useEffect, useRef, useState } from 'react';
import type { EditionNote, ResultsContent } from '#components/results/content.ts';
import type { EditionHead } from '#domain/results/edition.ts';
import type { Release } from '#domain/results/release.ts';
import { fetchEdition } from './fetchEdition.ts';
import { liveBase } from './liveAddress.ts';
import { type LiveBoard, useLiveBoard } from './useLiveBoard.ts';

export interface LiveResults<T> {
  content: ResultsContent<T>;
  /** A newer edition is public, and its file is on the way. */
  turning: boolean;
  live: LiveBoard;
}

/** A page of the results that turns over by itself: its file is fetched anew when the board tells a newer edition. */
export function useLiveResults<T extends EditionHead>(initial: ResultsContent<T>): LiveResults<T> {
  const live = useLiveBoard(initial.board, initial.live);
  const { board, connection, pollMs, spreadMs } = live;
  const [fetched, setFetched] = useState(initial.file);
  // A page that was made anew on the server may bring a later one.
  const file = fetched.edition > initial.file.edition ? fetched : initial.file;
  const edition = board.release?.edition ?? 0;
  const isDue = edition > file.edition;
  const spread = useRef(spreadMs);
  useEffect(() => {
    spread.current = spreadMs;
  }, [spreadMs]);
  const { path } = initial;
  const { url, port } = initial.live;

  useEffect(() => {
    if (!isDue) return;
    return fetchEdition<T>({
      base: liveBase({ url, port }),
      path,
      edition,
      waitMs: Math.random() * spread.current,
      onFile: setFetched,
    });
  }, [isDue, edition, path, url, port]);

  const editions = withNewest(initial.editions, file, board.release);
  return { content: { ...initial, file, board, connection, pollMs, editions }, turning: isDue, live };
}

/** With the edition of a file that came by itself. */
function withNewest(known: readonly EditionNote[], head: EditionHead, release: Release | null): readonly EditionNote[] {
  if (!release || head.edition !== release.edition || known.some(({ edition }) => edition === head.edition))
    return known;
  const { releasedAt, approvedBy } = release;
  return [{ edition: head.edition, releasedAt, reason: head.reason, approvedBy }, ...known];
}
