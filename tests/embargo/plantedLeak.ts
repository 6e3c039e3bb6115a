import type { LeakSearch } from './findLeaks.ts';

export interface PlantedLeak extends LeakSearch {
  mend(): Promise<unknown>;
}
