interface Props {
  /** Parts of the whole, drawn one after another, in percent. */
  parts: readonly { key: string; percent: number; look: string }[];
  isLarge?: boolean;
}

/** Drawn only: the words and figures stand beside it. */
export function Bar({ parts, isLarge = false }: Props) {
  return (
    <span
      aria-hidden
      className={`flex overflow-hidden border border-hairline bg-turnout-0 print-colors ${isLarge ? 'h-6 rounded' : 'h-2 rounded-sm'}`}
    >
      {parts.map(({ key, percent, look }) => (
        <span key={key} className={look} style={{ width: `${Math.min(100, percent).toFixed(2)}%` }} />
      ))}
    </span>
  );
}
