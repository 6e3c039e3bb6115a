import type { Figures } from '#domain/turnout.ts';

/** Shares of a bar, in percent of everybody who may vote; drawn, never printed. */
export function barShares(figures: Figures): { voted: number; waiting: number } {
  const whole = figures.eligible + figures.specialList;
  if (whole === 0) return { voted: 0, waiting: 0 };
  const voted = Math.min(100, (figures.voted / whole) * 100);
  const waiting = Math.max(0, figures.authorized - figures.votedByChannel.online);
  return { voted, waiting: Math.min(100 - voted, (waiting / whole) * 100) };
}

/** Voted solid, authorized and not yet voted pale, the rest of the roll empty; its words stand beside it. */
export function TurnoutBar({ figures, isLarge = false }: { figures: Figures; isLarge?: boolean }) {
  const { voted, waiting } = barShares(figures);
  return (
    <span
      aria-hidden
      className={`flex overflow-hidden border border-hairline bg-turnout-0 ${isLarge ? 'h-6 rounded' : 'h-2 rounded-sm'}`}
    >
      <span className="bg-voted" style={{ width: `${voted.toFixed(2)}%` }} />
      <span className="bg-authorized" style={{ width: `${waiting.toFixed(2)}%` }} />
    </span>
  );
}
