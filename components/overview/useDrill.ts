'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import type { MouseEvent } from 'react';

export interface Drill {
  /** The region of the address; null for the whole country, or where the person has no choice. */
  region: string | null;
  isWall: boolean;
  /** The address of what is shown, on the wall too. */
  here: string;
  /** The address of a region, or of the country; shareable. */
  href(region: string | null): string;
  /** Shows it without loading the page anew; the way back is the browser's. */
  go(region: string | null): void;
  follow(event: MouseEvent<HTMLAnchorElement>, region: string | null): void;
  setWall(isWall: boolean): void;
}

/** What the address says is looked at. */
export function useDrill(): Drill {
  const path = usePathname();
  const parameters = useSearchParams();
  const region = parameters.get('region');
  const isWall = parameters.has('wall');
  const address = (shown: string | null, onWall: boolean) => {
    const search = [...(shown === null ? [] : [`region=${encodeURIComponent(shown)}`]), ...(onWall ? ['wall'] : [])];
    return search.length === 0 ? path : `${path}?${search.join('&')}`;
  };
  const go = (shown: string | null) => {
    if (shown !== region) history.pushState(null, '', address(shown, isWall));
  };
  return {
    region: region === '' ? null : region,
    isWall,
    here: address(region, isWall),
    href: (shown) => address(shown, false),
    go,
    follow: (event, shown) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      go(shown);
    },
    setWall: (onWall) => {
      if (onWall !== isWall) history.pushState(null, '', address(region, onWall));
    },
  };
}
