import { type HTMLInputTypeAttribute, type ReactNode, useState } from 'react';
import { TextButton } from './button.tsx';
import { useField } from './form-state.ts';

export type FieldProps = { name: string; label: string; hint?: string; optional?: boolean; full?: boolean };
type Described = { id: string; error: string | undefined };

export const shell = (props: FieldProps, error: string | undefined): string =>
  ['fld', error ? 'bad' : '', props.full ? 'full' : ''].filter(Boolean).join(' ');

export function Message({ field, hint }: { field: Described; hint: string | undefined }) {
  return (
    <p className={field.error ? 'msg err' : 'msg'} id={`${field.id}-msg`} hidden={!field.error && !hint}>
      {field.error ?? hint}
    </p>
  );
}

export const optionalMark = (props: FieldProps): ReactNode => props.optional && <span className="opt">可不填</span>;

/** Label above, control, message below saying what was found and what to do. */
export function Field(props: FieldProps & { children: (field: ReturnType<typeof useField>) => ReactNode }) {
  const field = useField(props.name, props.label);
  return (
    <div className={shell(props, field.error)}>
      <label htmlFor={field.id}>
        {props.label}
        {optionalMark(props)}
      </label>
      {props.children(field)}
      <Message field={field} hint={props.hint} />
    </div>
  );
}

type TextProps = FieldProps & {
  type?: HTMLInputTypeAttribute;
  autoComplete?: string;
  inputMode?: 'numeric' | 'tel' | 'decimal';
  placeholder?: string;
};

export function TextInput({ type = 'text', autoComplete = 'off', inputMode, placeholder, ...props }: TextProps) {
  const [shown, setShown] = useState(false);
  const secret = type === 'password';
  return (
    <Field {...props}>
      {field => (
        <div className={secret ? 'in-with' : undefined}>
          <input
            className="in"
            id={field.id}
            name={props.name}
            type={secret && shown ? 'text' : type}
            autoComplete={autoComplete}
            inputMode={inputMode}
            placeholder={placeholder}
            value={String(field.value ?? '')}
            onChange={event => field.set(event.target.value)}
            {...field.described}
          />
          {secret && (
            <TextButton aria-pressed={shown} onClick={() => setShown(!shown)}>
              {shown ? '隐藏' : '显示'}
            </TextButton>
          )}
        </div>
      )}
    </Field>
  );
}

/** Value is a number, or undefined while empty. */
export function NumberInput({ unit, ...props }: FieldProps & { unit?: string }) {
  return (
    <Field {...props}>
      {field => (
        <div className="row-flex">
          <input
            className="in"
            style={{ width: 160 }}
            id={field.id}
            name={props.name}
            inputMode="decimal"
            autoComplete="off"
            value={field.value === undefined || field.value === null ? '' : String(field.value)}
            onChange={event => {
              const text = event.target.value.trim();
              const asNumber = Number(text);
              field.set(text === '' ? undefined : Number.isNaN(asNumber) || text.endsWith('.') ? text : asNumber);
            }}
            {...field.described}
          />
          {unit && <span className="soft">{unit}</span>}
        </div>
      )}
    </Field>
  );
}

/** Value is civil text `2025-06-11`; empty becomes undefined. */
export function DateInput({ min, max, ...props }: FieldProps & { min?: string; max?: string }) {
  return (
    <Field {...props}>
      {field => (
        <input
          className="in"
          id={field.id}
          name={props.name}
          type="date"
          min={min}
          max={max}
          value={String(field.value ?? '')}
          onChange={event => field.set(event.target.value || undefined)}
          {...field.described}
        />
      )}
    </Field>
  );
}

export type Option = { value: string; label: string; hint?: string };

export function Select({
  options,
  blank = '请选择',
  ...props
}: FieldProps & { options: readonly Option[]; blank?: string }) {
  return (
    <Field {...props}>
      {field => (
        <select
          className="in"
          id={field.id}
          name={props.name}
          value={String(field.value ?? '')}
          onChange={event => field.set(event.target.value || undefined)}
          {...field.described}
        >
          <option value="">{blank}</option>
          {options.map(option => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function TextArea({ rows = 4, ...props }: FieldProps & { rows?: number }) {
  return (
    <Field {...props}>
      {field => (
        <textarea
          className="in"
          id={field.id}
          name={props.name}
          rows={rows}
          value={String(field.value ?? '')}
          onChange={event => field.set(event.target.value)}
          {...field.described}
        />
      )}
    </Field>
  );
}
