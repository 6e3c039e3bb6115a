import type { Unit } from '../geography.ts';
import type { IncidentMark } from './incidentMark.ts';

type Place = Pick<Unit, 'code' | 'parentCode' | 'level'>;

/** The incidents that a unit's curve shows: those of the whole country, of the unit, of what it lies in, and of its parts. */
export function marksOfUnit(marks: readonly IncidentMark[], units: readonly Place[], code: string): IncidentMark[] {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  if (byCode.get(code)?.level === 'country') return [...marks];
  const concerned = new Set(units.filter(({ parentCode }) => parentCode === code).map((unit) => unit.code));
  for (let at: string | null = code; at !== null; at = byCode.get(at)?.parentCode ?? null) concerned.add(at);
  return marks.filter(({ unitCodes }) => unitCodes.length === 0 || unitCodes.some((each) => concerned.has(each)));
}
