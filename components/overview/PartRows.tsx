import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import { severityMarks } from '#components/incidents/looks.ts';
import { useSeconds } from '#components/incidents/useDuration.ts';
import { countOpen, worstOpen } from '#domain/incidents/severity.ts';
import type { Overview, PartFigures } from '#domain/overview/overview.ts';
import { permille } from '#domain/ratio.ts';
import type { PartSide } from './PartsCard.tsx';
import type { Drill } from './useDrill.ts';

interface Props {
  overview: Overview;
  side: PartSide;
  title: string;
  drill: Drill;
  nameOf(code: string): string;
  format: Format;
}

/** A row a part; its name leads into it where it can be looked at. */
export function PartRows({ overview, side, title, drill, nameOf, format }: Props) {
  const t = useTranslations('overview.parts');
  const seconds = useSeconds();
  const time = (value: number | null = null) => (value === null ? '–' : seconds(value));
  const figure = (value: number) => (value === 0 ? '·' : format.count(value));
  const cells = (part: PartFigures): Cell[] => {
    if (side === 'voting') return votingCells(part, overview, { format, figure });
    if (side === 'cases')
      return [
        { column: 'casesOpen', text: figure(part.casesOpen) },
        { column: 'casesOverDay', text: figure(part.casesOverDay), look: lookOf(part.casesOverDay, 'text-violation') },
        { column: 'held', text: figure(part.held), look: lookOf(part.held, '') },
      ];
    const times = overview.times.find(({ regionCode }) => regionCode === part.code);
    return [
      { column: 'acknowledgeMedian', text: time(times?.acknowledgeMedianSeconds) },
      { column: 'acknowledgeP90', text: time(times?.acknowledgeP90Seconds) },
      { column: 'resolveMedian', text: time(times?.resolveMedianSeconds) },
      { column: 'resolveP90', text: time(times?.resolveP90Seconds) },
    ];
  };
  const [first] = overview.parts;
  const shown = ['open', ...(first ? cells(first).map(({ column }) => column) : [])];
  const canDrill = overview.scope.level === 'country';
  return (
    <table className="h-full w-full text-right text-sm leading-4.5 tabular-nums">
      <caption className="sr-only">{title}</caption>
      <thead className="sticky top-0 bg-surface text-ink-soft">
        <tr>
          <th scope="col" className="pb-1 text-left align-bottom font-normal">
            {t('name')}
          </th>
          {shown.map((column) => (
            <th key={column} scope="col" className="pb-1 pl-2 align-bottom font-normal">
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {overview.parts.map((part) => {
          const worst = worstOpen(part.open);
          return (
            <tr key={part.code} className="border-t border-hairline">
              <th
                scope="row"
                className="w-full max-w-0 min-w-24 truncate py-0.5 text-left font-normal"
                title={nameOf(part.code)}
              >
                {canDrill ? (
                  <a
                    href={drill.href(part.code)}
                    onClick={(event) => drill.follow(event, part.code)}
                    data-row={part.code}
                    className="block truncate py-0.5 underline-offset-3 hover:underline focus-visible:-outline-offset-2"
                  >
                    {nameOf(part.code)}
                  </a>
                ) : (
                  <span className="block truncate py-0.5">{nameOf(part.code)}</span>
                )}
              </th>
              <td className="pl-2 whitespace-nowrap">
                {worst === null ? (
                  <span className="text-ink-soft">·</span>
                ) : (
                  <span className={`font-semibold ${worst === 'critical' ? 'text-critical' : 'text-incident'}`}>
                    <span aria-hidden className={`mr-1.5 inline-block size-2 ${severityMarks[worst]}`} />
                    {format.count(countOpen(part.open))}
                  </span>
                )}
              </td>
              {cells(part).map(({ column, text, look = '' }) => (
                <td key={column} className={`pl-2 whitespace-nowrap ${look}`}>
                  {text}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface Cell {
  column: string;
  text: string;
  look?: string;
}

const lookOf = (value: number, look: string) => (value > 0 ? `font-semibold ${look}` : 'text-ink-soft');

/** Yesterday only where there was voting, stalls only where there are any: the names need the room. */
function votingCells(
  part: PartFigures,
  { parts }: Overview,
  { format, figure }: { format: Format; figure(value: number): string },
): Cell[] {
  const { votedInHourYesterday: yesterday } = part;
  const hasYesterday = parts.some(({ votedInHourYesterday }) => votedInHourYesterday !== null);
  const hasStalls = parts.some(({ stalls }) => stalls > 0);
  return [
    { column: 'hour', text: format.count(part.votedInHour) },
    ...(hasYesterday
      ? [{ column: 'yesterday', text: yesterday === null ? '–' : format.count(yesterday), look: 'text-ink-soft' }]
      : []),
    { column: 'turnout', text: format.percent(permille(part.voted, part.eligible) ?? 0) },
    ...(hasStalls ? [{ column: 'stalls', text: figure(part.stalls), look: lookOf(part.stalls, 'text-incident') }] : []),
  ];
}
