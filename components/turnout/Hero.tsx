'use client';

import { HeroFigure, type HeroFigureProps } from './HeroFigure.tsx';

interface Props extends HeroFigureProps {
  title: string;
  children?: React.ReactNode;
}

/** How many voted of how many. */
export function Hero({ title, children, ...figure }: Props) {
  return (
    <section aria-labelledby="hero" className="card flex flex-col p-5 sm:p-8 lg:col-span-8">
      <h1 id="hero" className="text-lg font-semibold">
        {title}
      </h1>
      <div className="mt-4">
        <HeroFigure {...figure} />
      </div>
      {children}
    </section>
  );
}
