interface Option<Value> {
  value: Value;
  text: string;
  lang?: string;
}

interface Props<Value extends string> {
  legend: string;
  name: string;
  options: readonly Option<Value>[];
  value: Value;
  onChoose(value: Value): void;
}

/** A few choices side by side, of which one is made. */
export function Choices<Value extends string>({ legend, name, options, value, onChoose }: Props<Value>) {
  return (
    <fieldset>
      <legend className="text-sm font-semibold">{legend}</legend>
      <div className="mt-1 flex flex-wrap gap-2">
        {options.map((option) => (
          <label
            key={option.value}
            lang={option.lang}
            className="flex min-h-10 cursor-pointer items-center gap-2 rounded border border-field px-3 py-1 hover:bg-turnout-0 has-checked:border-ink has-checked:font-medium"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            {option.text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
