import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { NamedPlace } from './content.ts';

/** Names of units in a row; the whole country where there is none. */
export function usePlaceNames(places: readonly NamedPlace[]): (codes: readonly string[]) => string {
  const t = useTranslations('status');
  const names = useMemo(() => new Map(places.map(({ code, name }) => [code, name])), [places]);
  return (codes) => codes.map((code) => names.get(code) ?? code).join(', ') || t('country');
}
