import { InvalidInput } from '#domain/errors.ts';
import type { Place } from '#domain/staff/policy.ts';
import { type Database, sql } from '../client.ts';

/**
 * Whose an incident in these units is: the region, and the district, that hold all of them; nobody's but the country's people
 * otherwise. Throws InvalidInput that names the unit that is none.
 */
export async function findPlace(db: Database, unitCodes: readonly string[]): Promise<Place> {
  if (unitCodes.length === 0) return { regionCode: null, districtCode: null };
  const rows = await db.execute<{ code: string; level: string | null; parent_code: string | null }>(sql`
    select asked.code, u.level, u.parent_code
    from jsonb_array_elements_text(${JSON.stringify(unitCodes)}::jsonb) as asked (code) left join board.unit u using (code)`);
  const unknown = rows.find(({ level }) => level === null);
  if (unknown) throw new InvalidInput(`unitCodes: there is no ${unknown.code}`);
  const regions = new Set(
    rows.map(({ code, level, parent_code }) => (level === 'district' ? parent_code : level === 'region' ? code : null)),
  );
  const [regionCode = null] = regions;
  if (regions.size !== 1 || regionCode === null) return { regionCode: null, districtCode: null };
  const [only] = rows;
  return { regionCode, districtCode: rows.length === 1 && only?.level === 'district' ? only.code : null };
}
