import { useTranslations } from 'next-intl';
import type { Election } from '#domain/election.ts';

/** Whom to ask. */
export function Contacts({ contacts }: { contacts: Election['contacts'] }) {
  const t = useTranslations('board.status');
  if (!contacts.hotline && !contacts.email) return null;
  return (
    <div className="border-t border-hairline pt-4 text-sm">
      <h3 className="text-ink-soft">{t('contacts')}</h3>
      <ul className="mt-1 flex flex-col gap-1">
        {contacts.hotline && (
          <li>
            {t('hotline')}:{' '}
            <a className="link font-medium tabular-nums" href={`tel:${contacts.hotline.replace(/[^+\d]/g, '')}`}>
              {contacts.hotline}
            </a>
          </li>
        )}
        {contacts.email && (
          <li>
            {t('email')}:{' '}
            <a className="link font-medium" href={`mailto:${contacts.email}`}>
              {contacts.email}
            </a>
          </li>
        )}
      </ul>
    </div>
  );
}
