import { useLocale, useTranslations } from 'next-intl';
import { useRefusalText } from './useRefusalText.ts';
import type { Failure } from './useSend.ts';

interface Props {
  failure: Failure | null;
  /** What an error means in this form, where that is more than it means everywhere. */
  means?: Record<string, string>;
  /** The namespace with the words of what this route refuses. */
  refusals?: string;
}

/** Why a form was not done, read aloud when it appears. */
export function FailureText({ failure, means = {}, refusals = 'console.refused' }: Props) {
  const t = useTranslations('console');
  const language = useLocale();
  const refusalText = useRefusalText(refusals);
  const [field = '', reason = ''] = (failure?.message ?? '').split(': ');
  const text = (error: string) => {
    if (error === 'invalid_input' && field === 'password' && t.has(`password.faults.${reason}`))
      return t(`password.faults.${reason}`);
    if (error === 'invalid_input' && t.has(`faults.${field}`)) return t(`faults.${field}`);
    return t.has(`faults.${error}`) ? t(`faults.${error}`) : t('faults.internal');
  };
  return (
    <div role="alert" className="empty:-mt-4">
      {failure && (
        <p className="border-l-4 border-critical py-1 pl-3">
          {refusalText(failure) ?? means[failure.error] ?? text(failure.error)}{' '}
          {failure.error === 'unauthorized' && means.unauthorized === undefined && (
            <a className="link" href={`/${language}/sign-in`} target="_blank" rel="noreferrer">
              {t('faults.signInLink')}
            </a>
          )}
        </p>
      )}
    </div>
  );
}
