import { z } from 'zod';
import { Names } from './languages.ts';

export const levels = ['country', 'region', 'district'] as const;
export const Level = z.enum(levels);
export type Level = z.infer<typeof Level>;

/** Stable code of a unit, as in addresses and files: `KZ`, `KZ-AKM`, `KZ-AKM-KOKSHETAU`. */
export const UnitCode = z
  .string()
  .regex(/^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/, 'capitals, digits and hyphens')
  .max(48);
export type UnitCode = z.infer<typeof UnitCode>;

export const Unit = z.strictObject({
  code: UnitCode,
  parentCode: UnitCode.nullable(),
  level: Level,
  iso: z.string().nullable(),
  names: Names,
  tile: z.strictObject({ column: z.int().min(0).max(40), row: z.int().min(0).max(40) }).nullable(),
});
export type Unit = z.infer<typeof Unit>;
