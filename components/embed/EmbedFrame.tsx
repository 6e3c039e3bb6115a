import { useTranslations } from 'next-intl';
import { RehearsalMark } from '#components/ui/RehearsalMark.tsx';

interface Props {
  title: string;
  electionName: string;
  isTest: boolean;
  /** The page that tells more. */
  href: string;
  /** How fresh the figures are. */
  freshness: React.ReactNode;
  children: React.ReactNode;
}

/** What every embed has around its figures: whose they are, how fresh, and where they come from. */
export function EmbedFrame({ title, electionName, isTest, href, freshness, children }: Props) {
  const t = useTranslations('embed');
  return (
    <div className="flex min-h-dvh flex-col border border-hairline">
      {isTest && <RehearsalMark />}
      <main className="flex grow flex-col gap-4 px-4 pt-3 sm:pt-5">
        <header>
          <p className="text-sm text-ink-soft">{electionName}</p>
          <h1 className="text-base leading-snug font-semibold sm:text-lg">{title}</h1>
        </header>
        {children}
      </main>
      <footer className="sticky bottom-0 mt-4 flex flex-wrap items-baseline justify-between gap-x-4 border-t border-hairline bg-paper px-4 py-2 text-sm">
        {freshness}
        <a className="link py-1 font-medium" href={href} target="_blank" rel="noopener">
          {t('source')}
          <span className="sr-only"> ({t('newTab')})</span>
        </a>
      </footer>
    </div>
  );
}
