/** Leads to a schema further down the page. */
export function SchemaLink({ name }: { name: string }) {
  return (
    <a className="link" href={`#schema-${name}`}>
      <code>{name}</code>
    </a>
  );
}
