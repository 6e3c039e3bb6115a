import { useTranslations } from 'next-intl';

/** A strip above the page and the word behind all of it, on screen and on paper. */
export function RehearsalMark() {
  const t = useTranslations('site.rehearsal');
  return (
    <>
      <svg aria-hidden className="rehearsal-word" width="100%" height="100%">
        <pattern id="rehearsal" width="600" height="240" patternUnits="userSpaceOnUse" patternTransform="rotate(-24)">
          <text x="10" y="60">
            {t('word')}
          </text>
          <text x="310" y="180">
            {t('word')}
          </text>
        </pattern>
        <rect width="100%" height="100%" fill="url(#rehearsal)" />
      </svg>
      <aside aria-label={t('word')} className="rehearsal-strip">
        <strong>{t('word')}.</strong> {t('strip')}
      </aside>
    </>
  );
}
