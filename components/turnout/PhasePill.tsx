import type { Format } from '#components/format/useFormat.ts';
import type { Board } from '#domain/board.ts';
import type { Phase } from '#domain/schedule.ts';
import { usePhaseText } from './usePhaseText.ts';

const marks: Record<Phase, string> = {
  before: 'border-2 border-ink-soft',
  open: 'bg-voted',
  closed: 'bg-ink-soft',
  published: 'bg-ink',
};

interface Props {
  board: Pick<Board, 'schedule' | 'release'>;
  nowMs: number;
  format: Format;
}

export function PhasePill({ board, nowMs, format }: Props) {
  const { phase, text } = usePhaseText(board, nowMs, format);
  return (
    <p
      className="inline-flex items-baseline gap-2 rounded-2xl border border-hairline bg-surface px-3 py-1 text-sm"
      title={format.zoneName}
    >
      <span aria-hidden className={`size-2 shrink-0 self-center rounded-full ${marks[phase]}`} />
      <span>
        {text}
        <span className="text-ink-soft">, {format.zoneName}</span>
      </span>
    </p>
  );
}
