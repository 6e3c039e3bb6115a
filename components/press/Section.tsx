interface Props {
  id: string;
  title: string;
  className?: string;
  children: React.ReactNode;
}

/** A card of the press pages under its heading, which can be linked to. */
export function Section({ id, title, className = 'lg:col-span-12', children }: Props) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className={`card min-w-0 scroll-mt-4 p-5 sm:p-6 ${className}`}>
      <h2 id={`${id}-title`} className="text-base font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}
