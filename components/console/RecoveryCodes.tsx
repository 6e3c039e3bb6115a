export function RecoveryCodes({ codes }: { codes: string[] }) {
  return (
    <ol className="grid max-w-md grid-cols-2 gap-x-6 gap-y-1 rounded border border-field p-4 font-mono">
      {codes.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </ol>
  );
}
