import type { LiveAddress } from '#components/turnout/content.ts';
import type { Scope } from '#domain/board.ts';

/** The base address of the live server, as this browser reaches it. */
export function liveBase(address: LiveAddress): string {
  return address.url?.replace(/\/$/, '') ?? `${location.protocol}//${location.hostname}:${address.port}`;
}

export function boardPath(scope: Scope): string {
  if (scope.level === 'country') return '/live/board.json';
  return `/live/${scope.level === 'region' ? 'regions' : 'districts'}/${scope.code}.json`;
}

export function seriesPath(scope: Scope): string {
  return `/live/series/${scope.code}.json`;
}

/** `meanMs` give or take a quarter, so that a crowd does not come at once. */
export function jittered(meanMs: number): number {
  return meanMs * (0.75 + Math.random() / 2);
}
