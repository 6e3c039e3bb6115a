/** An embed that says one thing. */
export function EmbedNotice({ title, children }: { title: string; children?: React.ReactNode }) {
  return (
    <main className="grid min-h-dvh content-center border border-hairline p-4 sm:p-6">
      <h1 className="text-base leading-snug font-semibold sm:text-lg">{title}</h1>
      {children && <p className="mt-2">{children}</p>}
    </main>
  );
}
