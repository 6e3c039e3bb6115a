import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { BoardFeed } from './boardFeed.ts';

export interface LiveMetrics {
  registry: Registry;
  updates: Counter;
  deliveries: Counter;
  refused: Counter<'cause'>;
  requests: Counter<'file' | 'status'>;
}

/** What an operator watches; `sockets` and `feed` are asked when the metrics are read. */
export function createLiveMetrics(sockets: () => number, feed: () => BoardFeed | undefined): LiveMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  gauge('saylau_live_sockets', 'Open sockets', sockets);
  gauge('saylau_board_version', 'Version of the board in memory', () => feed()?.state().version ?? 0);
  gauge('saylau_feed_lag_seconds', 'Seconds since the vote database was last read', () => {
    const checkedAt = feed()?.state().checkedAt;
    return checkedAt ? (Date.now() - Date.parse(checkedAt)) / 1000 : 0;
  });
  gauge(
    'saylau_fold_milliseconds',
    'Duration of the last fold that found something',
    () => feed()?.state().feed.foldMs ?? 0,
  );
  gauge('saylau_folded_events', 'Events in the ledger', () => feed()?.state().feed.foldedEvents ?? 0);
  return {
    registry,
    updates: new Counter({ name: 'saylau_live_updates_total', help: 'Updates told to a scope', registers }),
    deliveries: new Counter({ name: 'saylau_live_deliveries_total', help: 'Updates told to a socket', registers }),
    refused: new Counter({
      name: 'saylau_live_refused_total',
      help: 'Sockets refused, by cause',
      labelNames: ['cause'],
      registers,
    }),
    requests: new Counter({
      name: 'saylau_live_requests_total',
      help: 'HTTP answers, by kind of file and status',
      labelNames: ['file', 'status'],
      registers,
    }),
  };
}
