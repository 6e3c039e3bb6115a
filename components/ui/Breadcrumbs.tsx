import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { PageUnit } from '#components/turnout/content.ts';
import type { Scope } from '#domain/board.ts';

interface Props {
  units: PageUnit[];
  scope: Scope;
  format: Format;
}

/** From the country to the unit of the page; the country alone is its name. */
export function Breadcrumbs({ units, scope, format }: Props) {
  const t = useTranslations('site');
  const trail = trailTo(units, scope.code);
  const last = trail.at(-1);
  return (
    <nav aria-label={t('breadcrumbs')}>
      <ol className="flex flex-wrap gap-x-2 text-sm">
        {trail.map((unit) => (
          <li key={unit.code} className="flex gap-2">
            {unit === last ? (
              <span aria-current="page" className="py-1 font-medium">
                {unit.names[format.language]}
              </span>
            ) : (
              <>
                <a
                  className="link py-1"
                  href={`/${format.language}${unit.level === 'country' ? '' : `/${unit.level}s/${unit.code}`}`}
                >
                  {unit.names[format.language]}
                </a>
                <span aria-hidden className="py-1 text-ink-soft">
                  ›
                </span>
              </>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function trailTo(units: PageUnit[], code: string): PageUnit[] {
  const trail: PageUnit[] = [];
  for (let next: string | null = code; next !== null; ) {
    const unit = units.find((candidate) => candidate.code === next);
    if (!unit) break;
    trail.unshift(unit);
    next = unit.parentCode;
  }
  return trail;
}
