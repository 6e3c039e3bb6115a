import { useTranslations } from 'next-intl';
import { FailureText } from '#components/console/FailureText.tsx';
import type { Failure } from '#components/console/useSend.ts';

/** The details of a refusal that are codes, and where their words are. */
const coded: Record<string, string> = {
  state: 'cases.state',
  outcome: 'violations.outcome',
  status: 'violations.candidacy.status',
  votes: 'violations.votes',
};

/** Why it was not done: who was first, or what does not fit. */
export function CaseFailure({ failure }: { failure: Failure | null }) {
  const t = useTranslations();
  const refusal = failure?.refusal && {
    code: failure.refusal.code,
    details: Object.fromEntries(
      Object.entries(failure.refusal.details).map(([name, value]) => {
        const key = `${coded[name]}.${value}`;
        return [name, name in coded && t.has(key) ? t(key) : value];
      }),
    ),
  };
  return (
    <FailureText
      failure={failure && { ...failure, ...(refusal && { refusal }) }}
      refusals="violations.refused"
      means={{ not_found: t('violations.refused.no_such_case') }}
    />
  );
}
