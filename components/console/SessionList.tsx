'use client';

import { useTranslations } from 'next-intl';
import { useFormat } from '#components/format/useFormat.ts';
import type { StaffSession } from '#domain/staff/staffPerson.ts';
import { Button } from './Button.tsx';
import { FailureText } from './FailureText.tsx';
import { useSend } from './useSend.ts';

interface Props {
  sessions: StaffSession[];
  /** The session that shows this page. */
  ownId: string;
  timeZone: string;
}

/** One's open sessions; each but this can be ended here. */
export function SessionList({ sessions, ownId, timeZone }: Props) {
  const t = useTranslations('console.account');
  const format = useFormat(timeZone);
  const { send, isSending, failure } = useSend();
  return (
    <>
      <ul className="flex flex-col">
        {sessions.map(({ id, startedAt, lastSeenAt, address, browser }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-3 border-b border-hairline py-3 last:border-0"
          >
            <div className="min-w-0 max-w-[65ch]">
              <p className="break-words">
                {browser ?? t('unknownBrowser')}{' '}
                {address !== null && <span className="text-ink-soft">· {address}</span>}
              </p>
              <p className="text-sm text-ink-soft">
                {t('session', {
                  from: format.dayAndTime(Date.parse(startedAt)),
                  last: format.dayAndTime(Date.parse(lastSeenAt)),
                })}
              </p>
            </div>
            {id === ownId ? (
              <span className="text-sm font-medium">{t('thisSession')}</span>
            ) : (
              <Button
                disabled={isSending}
                onClick={async () => {
                  if (await send('DELETE', `/api/auth/sessions/${id}`)) window.location.reload();
                }}
              >
                {t('endSession')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <FailureText failure={failure} />
    </>
  );
}
