/** A page that says one thing. */
export function Notice({ title, text, children }: { title: string; text: string; children?: React.ReactNode }) {
  return (
    <main id="content" className="container-page grid min-h-[60vh] content-center pb-16">
      <div className="card max-w-[65ch] p-6 sm:p-8">
        <h1 className="text-xl leading-tight font-bold">{title}</h1>
        <p className="mt-4">{text}</p>
        {children && <p className="mt-6">{children}</p>}
      </div>
    </main>
  );
}
