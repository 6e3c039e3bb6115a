import type { Scope } from '#domain/board.ts';
import type { Reach } from '#domain/overview/overview.ts';
import { type SQL, sql } from '../client.ts';

/**
 * The condition on `ops.incident i`: within what the person may see, and of what is looked at. A part of the country is also
 * concerned by what has no place or several.
 */
export function incidentsInSight(reach: Reach, scope: Scope): SQL {
  return sql`(${reach.regionCode}::text is null or i.region_code = ${reach.regionCode})
    and (${reach.districtCode}::text is null or i.district_code = ${reach.districtCode})
    and (${scope.level} = 'country' or i.unit_codes = '{}'
      or i.unit_codes && array(select code from board.unit where code = ${scope.code} or parent_code = ${scope.code}))`;
}
