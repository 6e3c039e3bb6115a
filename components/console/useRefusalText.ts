import { useTranslations } from 'next-intl';
import type { Failure } from './useSend.ts';

/** Tells in the words of this namespace why a route refused; null where it gave no reason that has words. */
export function useRefusalText(namespace: string): (failure: Failure | null) => string | null {
  const t = useTranslations(namespace);
  return (failure) =>
    failure?.refusal && t.has(failure.refusal.code) ? t(failure.refusal.code, failure.refusal.details) : null;
}
