import { type FieldProps, Message, type Option, optionalMark, shell } from './fields.tsx';
import { useField } from './form-state.ts';

type GroupProps = FieldProps & { options: readonly Option[] };

/** One of a few; all choices in sight. */
export function RadioGroup({ options, ...props }: GroupProps) {
  const field = useField(props.name, props.label);
  return (
    <Choices
      kind="radio"
      field={field}
      options={options}
      {...props}
      chosen={v => field.value === v}
      choose={field.set}
    />
  );
}

/** Any of a few; the value is the list of chosen values. */
export function CheckGroup({ options, ...props }: GroupProps) {
  const field = useField(props.name, props.label);
  const values = Array.isArray(field.value) ? (field.value as string[]) : [];
  const choose = (v: string) => field.set(values.includes(v) ? values.filter(x => x !== v) : [...values, v]);
  return (
    <Choices
      kind="checkbox"
      field={field}
      options={options}
      {...props}
      chosen={v => values.includes(v)}
      choose={choose}
    />
  );
}

type ChoicesProps = GroupProps & {
  kind: 'radio' | 'checkbox';
  field: ReturnType<typeof useField>;
  chosen: (value: string) => boolean;
  choose: (value: string) => void;
};

function Choices({ kind, field, options, chosen, choose, ...props }: ChoicesProps) {
  return (
    <fieldset className={shell(props, field.error)} aria-describedby={`${field.id}-msg`}>
      <legend>
        {props.label}
        {optionalMark(props)}
      </legend>
      <div className="opts">
        {options.map((option, index) => (
          <label key={option.value} className="tick">
            <input
              type={kind}
              id={index === 0 ? field.id : undefined}
              name={props.name}
              checked={chosen(option.value)}
              onChange={() => choose(option.value)}
              aria-invalid={field.error ? true : undefined}
            />
            {option.label}
            {option.hint && <span className="xs mute">{option.hint}</span>}
          </label>
        ))}
      </div>
      <Message field={field} hint={props.hint} />
    </fieldset>
  );
}

/** A single yes; the value is a boolean. */
export function Tick(props: FieldProps) {
  const field = useField(props.name, props.label);
  return (
    <div className={shell(props, field.error)}>
      <label className="tick">
        <input
          type="checkbox"
          id={field.id}
          checked={field.value === true}
          onChange={event => field.set(event.target.checked)}
          {...field.described}
        />
        {props.label}
      </label>
      <Message field={field} hint={props.hint} />
    </div>
  );
}
