'use client';

import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { applyTheme, readTheme, subscribeToTheme, type Theme, themes } from './theme.ts';

const icons: Record<Theme, string> = {
  system: 'M3 4h18v12H3zM8 20h8M12 16v4',
  light:
    'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M5 19l1.4-1.4M17.6 6.4 19 5',
  dark: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z',
};

/** As on the device, light, dark; kept in this browser only. */
export function ThemeToggle() {
  const t = useTranslations('site.theme');
  const theme = useSyncExternalStore(subscribeToTheme, readTheme, () => 'system' as const);
  const label = t('label', { theme: t(theme) });
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
  return (
    <button
      type="button"
      className="needs-script flex size-10 cursor-pointer items-center justify-center rounded border border-field hover:bg-turnout-0"
      aria-label={`${label}. ${t('next')}`}
      title={label}
      onClick={() => applyTheme(next)}
    >
      <svg
        aria-hidden
        viewBox="0 0 24 24"
        className="size-5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d={icons[theme]} />
      </svg>
    </button>
  );
}
