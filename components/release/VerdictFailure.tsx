import { useTranslations } from 'next-intl';
import { FailureText } from '#components/console/FailureText.tsx';
import type { Failure } from '#components/console/useSend.ts';

/** Why a verdict was not taken: the message of the route begins with the reason's key. */
export function VerdictFailure({ failure }: { failure: Failure | null }) {
  const t = useTranslations('release.refused');
  const [key = ''] = (failure?.message ?? '').split(':');
  const text = failure && t.has(key) ? t(key) : null;
  return <FailureText failure={failure} means={failure && text !== null ? { [failure.error]: text } : {}} />;
}
