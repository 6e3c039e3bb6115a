import { type ReactNode, useId } from 'react';

interface Props {
  title: string;
  /** Beside the title: how many, or where to read on. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A dense part of the leadership board; what does not fit scrolls in it. */
export function Card({ title, aside, className = '', children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={`card flex min-h-0 min-w-0 flex-col ${className}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 px-3 pt-2 pb-1">
        <h2 id={id} className="text-sm font-semibold">
          {title}
        </h2>
        {aside && <div className="text-sm text-ink-soft">{aside}</div>}
      </div>
      {children}
    </section>
  );
}

/** What a part says where it has nothing to show. */
export function CardText({ children }: { children: ReactNode }) {
  return <p className="px-3 pt-1 pb-3 text-sm text-ink-soft">{children}</p>;
}
