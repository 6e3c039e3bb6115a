/** A hash in groups of four, to be read aloud; the twelve digits that suffice stand out. */
export function HashGroups({ hash }: { hash: string }) {
  const groups = groupsOf(hash);
  return (
    <code className="flex flex-wrap gap-x-3 gap-y-1 text-lg tabular-nums">
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be the same, and they never move
        <span key={index} className={index < 3 ? 'font-bold underline underline-offset-4' : 'text-ink-soft'}>
          {group}{' '}
        </span>
      ))}
    </code>
  );
}

export function groupsOf(hash: string): string[] {
  return hash.match(/.{1,4}/g) ?? [];
}
