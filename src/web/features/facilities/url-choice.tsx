import { useFilters } from '../../ui/filter-bar.tsx';

type ChoiceProps = {
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
  /** Chosen while the URL says nothing; there is no “all”. */
  fallback: string;
};

/** One of a few in the URL, always one chosen. */
export function UrlChoice({ name, label, options, fallback }: ChoiceProps) {
  const { values, set } = useFilters();
  return (
    <select
      className="in dense"
      aria-label={label}
      value={values[name] ?? fallback}
      onChange={event => set(name, event.target.value === fallback ? '' : event.target.value)}
    >
      {options.map(option => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
