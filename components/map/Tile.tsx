import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { hatch, shadeOf } from './shades.ts';
import { softHyphens } from './softHyphens.ts';

interface Props {
  href: string;
  name: string;
  fullName: string;
  /** In place of the name on a narrow map; null where the tile always has room. */
  shortName: string | null;
  figure: string | null;
  /** The same without decimals, for a narrow map. */
  wholeFigure: string | null;
  step: number | null;
  isHeld: boolean;
  /** On a page of others: opens in a new tab. */
  isEmbedded: boolean;
  tabIndex: number | undefined;
}

/** One unit: a link that prints its name and figure on its shade. */
export function Tile({
  href,
  name,
  fullName,
  shortName,
  figure,
  wholeFigure,
  step,
  isHeld,
  isEmbedded,
  tabIndex,
}: Props) {
  const t = useTranslations('map');
  const shade =
    isHeld || step === null ? { background: isHeld ? hatch : 'var(--surface)', color: 'var(--ink)' } : shadeOf(step);
  const size =
    shortName === null
      ? 'min-h-16 px-2.5 py-2'
      : `min-h-14 px-0.5 py-1.5 @2xl:px-2 @2xl:py-2 @max-2xs:text-xs ${isEmbedded ? '@2xl:min-h-19' : '@2xl:min-h-24 @5xl:min-h-28'}`;
  return (
    <Link
      href={href}
      prefetch={false}
      target={isEmbedded ? '_blank' : undefined}
      tabIndex={tabIndex}
      style={shade}
      className={`relative flex h-full flex-col justify-between rounded-xs border border-ink/15 text-sm leading-4.5 outline-ink outline-offset-2 hover:z-10 hover:outline-2 focus-visible:z-10 focus-visible:outline-3 ${size}`}
    >
      {shortName !== null && (
        <span aria-hidden="true" className="block overflow-hidden text-center whitespace-nowrap @2xl:hidden">
          {shortName}
        </span>
      )}
      <span className={shortName === null ? 'wrap-break-word' : 'sr-only wrap-break-word @2xl:not-sr-only'}>
        <span aria-hidden="true" className="whitespace-pre-line">
          {softHyphens(name)}
        </span>
        <span className="sr-only">{fullName}</span>
      </span>
      <strong
        className={`block whitespace-nowrap font-semibold tabular-nums ${shortName === null ? 'text-base' : 'text-center @2xl:text-left @2xl:text-lg'}`}
      >
        {shortName !== null && wholeFigure !== null && (
          <span aria-hidden="true" className="@2xl:hidden">
            {wholeFigure}
          </span>
        )}
        <span className={shortName === null || wholeFigure === null ? '' : 'sr-only @2xl:not-sr-only'}>
          {figure ?? <NoFigure />}
        </span>
      </strong>
      {isHeld && <span className="sr-only">{t('heldShort')}</span>}
    </Link>
  );
}

function NoFigure() {
  const t = useTranslations('map');
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="sr-only">{t('noFigure')}</span>
    </>
  );
}
