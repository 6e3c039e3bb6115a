import { useTranslations } from 'next-intl';

export interface Step {
  href: string;
  text: string;
}

/** From all results to the page's own. */
export function ResultsTrail({ steps, here }: { steps: readonly Step[]; here: string }) {
  const t = useTranslations('results');
  return (
    <nav aria-label={t('trail')} className="print:hidden">
      <ol className="flex flex-wrap gap-x-2 text-sm">
        {steps.map(({ href, text }) => (
          <li key={href} className="flex gap-2">
            <a className="link py-1" href={href}>
              {text}
            </a>
            <span aria-hidden className="py-1 text-ink-soft">
              ›
            </span>
          </li>
        ))}
        <li>
          <span aria-current="page" className="block py-1 font-medium">
            {here}
          </span>
        </li>
      </ol>
    </nav>
  );
}
